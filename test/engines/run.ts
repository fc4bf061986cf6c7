/** Runs a suite in one engine after another, and says how each case went. */
import { buildFiles, type Files } from './built.js';
import { findEngine } from './browsers.js';
import { LeftOut, type Case, type Suite } from './cases.js';
import type { Engine, EngineName, Tab } from './driver.js';
import { personAt } from './person.js';
import { startWorld } from './world.js';

export type Verdict = { kind: 'passed' } | { kind: 'failed' | 'left out' | 'known defect'; why: string };

export interface Result {
  suite: string;
  group: string;
  name: string;
  engine: EngineName;
  verdict: Verdict;
}

export interface Report {
  results: Result[];
  /** Engine → version. */
  versions: Map<EngineName, string>;
  /** Engines that are not installed, and what is missing. */
  missing: Map<EngineName, string>;
  /** "faults in webkit" → how long it took. */
  seconds: Map<string, number>;
}

const caseLimitMs = 60_000;
/** Browsers of an engine side by side, each with a case of its own: most of a case is waiting. */
const laneCount = 3;

export async function run(
  suites: ReadonlyMap<string, Suite>,
  engines: readonly EngineName[],
  only: RegExp,
  say: (line: string) => void,
): Promise<Report> {
  const report: Report = { results: [], versions: new Map(), missing: new Map(), seconds: new Map() };
  const files = await buildFiles();
  for (const name of engines) {
    const found = findEngine(name);
    if ('missing' in found) {
      report.missing.set(name, found.missing);
      continue;
    }
    const lanes = await Promise.all(Array.from({ length: laneCount }, () => found.start()));
    report.versions.set(name, lanes[0]!.version);
    try {
      for (const [suite, { cases, engines: some }] of suites) {
        if (some && !some.includes(name)) continue;
        const begun = performance.now();
        const waiting = cases.map((one, index) => ({ one, index })).filter(({ one }) => only.test(one.name));
        const done: Result[] = [];
        const lane = async (engine: Engine) => {
          for (let next = waiting.shift(); next; next = waiting.shift()) {
            const { one, index } = next;
            const verdict = weigh(one, await verdictOf(one, engine, files));
            done[index] = { suite, group: one.group, name: one.name, engine: name, verdict };
            if (verdict.kind === 'failed') say(`FAILED ${name}: ${suite}: ${one.name}\n${verdict.why}\n`);
          }
        };
        await Promise.all(lanes.map(lane));
        // In the order of the suite, whichever lane was quicker.
        report.results.push(...done.filter(Boolean));
        report.seconds.set(`${suite} in ${name}`, (performance.now() - begun) / 1000);
      }
    } finally {
      await Promise.all(lanes.map(engine => engine.close()));
    }
  }
  return report;
}

/** A defect that is known does not hide another; one that is mended is to be struck off. */
function weigh({ defect }: Case, verdict: Verdict): Verdict {
  if (!defect || verdict.kind === 'left out') return verdict;
  return verdict.kind === 'failed'
    ? { kind: 'known defect', why: defect }
    : { kind: 'failed', why: `  Mended, it seems; strike off its mark: ${defect}` };
}

export async function verdictOf(one: Case, engine: Engine, files: Files): Promise<Verdict> {
  const why = one.without?.(engine);
  if (why) return { kind: 'left out', why };
  const world = await startWorld(files, one.server);
  let tab: Tab | undefined;
  let timer: NodeJS.Timeout | undefined;
  const limitMs = one.limitMs ?? caseLimitMs;
  try {
    tab = await engine.open();
    const tooLong = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`Not over after ${limitMs} ms`)), limitMs);
    });
    const person = personAt(tab, world);
    await Promise.race([one.run({ engine, files, world, tab, person }), tooLong]);
    return { kind: 'passed' };
  } catch (error) {
    if (error instanceof LeftOut) return { kind: 'left out', why: error.message };
    return { kind: 'failed', why: describe(error) };
  } finally {
    clearTimeout(timer);
    await tab?.close().catch(() => undefined);
    await world.down().catch(() => undefined);
  }
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const at = error.stack?.split('\n').find(line => /test\/engines\/suites/.test(line));
  const cause = error.cause instanceof Error ? `\n  because: ${error.cause.message}` : '';
  return `  ${error.message}${cause}${at ? `\n  ${at.trim()}` : ''}`;
}
