/** Cases as data: a suite is a list of them, and each runs in every engine that can. */
import type { PhoneServerOptions } from '../../src/server/index.js';
import type { Files } from './built.js';
import type { Engine, EngineName, Tab } from './driver.js';
import type { Person } from './person.js';
import type { World } from './world.js';

export interface Setting {
  engine: Engine;
  files: Files;
  world: World;
  tab: Tab;
  person: Person;
}

export interface Case {
  /** The row of the table; unique in its suite. */
  name: string;
  /** Cases of one group are one row of the matrix in the docs. */
  group: string;
  run(setting: Setting): Promise<void>;
  /** Why an engine is left out, where it is. */
  without?(engine: Engine): string | undefined;
  /** What is known to be wrong, in the widget: the case fails until that is mended, and then says so. */
  defect?: string;
  /** More than the usual minute. */
  limitMs?: number;
  server?: Partial<PhoneServerOptions>;
}

export interface Suite {
  cases: readonly Case[];
  /** Suites that look at what all engines share run in one. */
  engines?: readonly EngineName[];
}

/** Thrown by a case that finds, only once it runs, that this engine has nothing to compare with. The message says why. */
export class LeftOut extends Error {}

/** `run`, for engines that can do what it needs. */
export const needs =
  (what: Parameters<Engine['can']>[0], why: string) =>
  (engine: Engine): string | undefined =>
    engine.can(what) ? undefined : why;
