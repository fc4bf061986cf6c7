/** Results as text: a table for the terminal, and its count. */
import { engineNames, type EngineName } from './driver.js';
import type { Report, Result, Verdict } from './run.js';

const marks: Record<Verdict['kind'], string> = {
  passed: 'passed',
  failed: 'FAILED',
  'left out': '–',
  'known defect': 'defect',
};

/** One line a case, one column an engine; reasons for what was left out below. */
export function tableOf({ results, versions }: Report): string {
  const engines = engineNames.filter(name => versions.has(name));
  const rows = rowsOf(results);
  const widest = Math.max(0, ...[...rows.keys()].map(name => name.length));
  const head = ['case'.padEnd(widest), ...engines.map(name => `${name} ${versions.get(name)}`)];
  const widths = head.map(text => Math.max(text.length, 7));
  const lines = [...rows].map(([name, byEngine]) => [
    name.padEnd(widest),
    ...engines.map(engine => {
      const result = byEngine.get(engine);
      return result ? marks[result.verdict.kind] : '';
    }),
  ]);
  const reasons = new Set(
    results.flatMap(({ engine, verdict }) =>
      verdict.kind === 'left out'
        ? [`– in ${engine}: ${verdict.why}`]
        : verdict.kind === 'known defect'
          ? [`defect: ${verdict.why}`]
          : [],
    ),
  );
  return [head, ...lines]
    .map(cells =>
      cells
        .map((cell, index) => cell.padEnd(widths[index]!))
        .join('  ')
        .trimEnd(),
    )
    .concat(...reasons)
    .join('\n');
}

/** "faults: refused × send" → engine → result. */
function rowsOf(results: readonly Result[]): Map<string, Map<EngineName, Result>> {
  const rows = new Map<string, Map<EngineName, Result>>();
  for (const result of results) {
    const name = `${result.suite}: ${result.name}`;
    const row = rows.get(name) ?? new Map<EngineName, Result>();
    rows.set(name, row.set(result.engine, result));
  }
  return rows;
}

/** In the words of the other test runner, which the closing lines of a whole run are counted from. */
export function countLine({ results, seconds }: Report): string {
  const count = (kind: Verdict['kind']) => results.filter(({ verdict }) => verdict.kind === kind).length;
  const parts = [
    count('failed') && `${count('failed')} failed`,
    `${count('passed')} passed`,
    count('known defect') && `${count('known defect')} expected fail`,
    count('left out') && `${count('left out')} skipped`,
  ].filter(Boolean);
  const times = [...seconds].map(([what, took]) => `${what} ${took.toFixed(0)} s`).join(', ');
  return `      Tests  ${parts.join(' | ')} (${results.length})\n   Duration  ${times}`;
}
