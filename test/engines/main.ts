/** What `scripts/engines.mjs` runs. */
import { writeMatrix } from './docs.js';
import { engineNames, type EngineName } from './driver.js';
import { run } from './run.js';
import { suites } from './suites/index.js';
import { countLine, tableOf } from './table.js';

export interface Wanted {
  /** Names of suites; none, or `all`, is all of them. */
  suites: readonly string[];
  /** A name, several with commas, or `all`. */
  engine: string;
  /** A regular expression over the names of cases. */
  only: string;
  writesDocs: boolean;
}

export async function main({ suites: names, engine, only, writesDocs }: Wanted): Promise<boolean> {
  const wanted = names.length === 0 || names.includes('all') ? [...suites.keys()] : names;
  const chosen = new Map(wanted.map(name => [name, suiteCalled(name)]));
  const engines = engine === 'all' ? engineNames : engine.split(',').map(engineCalled);
  const say = (line: string) => console.log(line);
  const report = await run(chosen, engines, new RegExp(only), say);
  say(tableOf(report));
  for (const [name, what] of report.missing) say(`Left out: ${name}: ${what}`);
  say(countLine(report));
  const isGood = report.results.every(({ verdict }) => verdict.kind !== 'failed');
  if (writesDocs && isGood) await writeMatrix(report);
  // One engine by name must be there; of all, whichever are installed.
  return isGood && report.results.length > 0 && (engine === 'all' || report.missing.size === 0);
}

function suiteCalled(name: string) {
  const suite = suites.get(name);
  if (!suite) throw new Error(`There is no suite "${name}"; there are ${[...suites.keys()].join(', ')}`);
  return suite;
}

function engineCalled(name: string): EngineName {
  const engine = engineNames.find(known => known === name);
  if (!engine) throw new Error(`There is no engine "${name}"; there are ${engineNames.join(', ')} and all`);
  return engine;
}
