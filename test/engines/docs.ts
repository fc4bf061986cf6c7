/** The matrix in docs/compatibility.md, made from a run of all suites in all engines. */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { engineNames, type EngineName } from './driver.js';
import type { Report, Result } from './run.js';

const path = resolve(import.meta.dirname, '../../docs/compatibility.md');
const begin = '<!-- matrix: written by `node scripts/engines.mjs all --engine=all --write-docs` -->';
const end = '<!-- end of the matrix -->';

const titles: Record<EngineName, string> = { chromium: 'Chromium', firefox: 'Firefox', webkit: 'WebKitGTK' };

export async function writeMatrix(report: Report): Promise<void> {
  const text = readFileSync(path, 'utf8');
  const [before, rest] = text.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`${path} has no place for the matrix`);
  const whole = `${before}${begin}\n\n${matrixOf(report)}\n\n${end}${after}`;
  const options = await resolveConfig(path);
  writeFileSync(path, await format(whole, { ...options, parser: 'markdown' }));
}

function matrixOf({ results, versions }: Report): string {
  const date = new Date().toISOString().slice(0, 10);
  const engines = engineNames.filter(name => versions.has(name));
  const groups = [...new Set(results.map(({ suite, group }) => `${suite}\u0000${group}`))];
  const rows = groups.map(key => {
    const [suite = '', group = ''] = key.split('\u0000');
    const cells = engines.map(engine =>
      cellOf(
        results.filter(
          result => result.suite === suite && result.group === group && result.engine === engine,
        ),
      ),
    );
    return `| ${suite} | ${group} | ${cells.join(' | ')} |`;
  });
  const head = engines.map(engine => `${titles[engine]} ${versions.get(engine)}`);
  return [
    `Cases that passed, of those there are (${date}); – is a case that this engine cannot be made to show.`,
    '',
    `| Suite | What | ${head.join(' | ')} |`,
    `| --- | --- | ${engines.map(() => '---').join(' | ')} |`,
    ...rows,
  ].join('\n');
}

function cellOf(results: readonly Result[]): string {
  const ran = results.filter(({ verdict }) => verdict.kind !== 'left out');
  if (ran.length === 0) return '–';
  const passed = ran.filter(({ verdict }) => verdict.kind === 'passed').length;
  const known = ran.filter(({ verdict }) => verdict.kind === 'known defect').length;
  const leftOut = results.length - ran.length;
  return [`${passed} of ${ran.length}`, known ? `${known} known` : '', leftOut ? `${leftOut} –` : '']
    .filter(Boolean)
    .join(', ');
}
