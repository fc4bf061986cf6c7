/** The matrix of docs/compatibility.md has every case that there is: who adds one has it made anew. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { suites } from '../../engines/suites/index.js';

test('the matrix has every group of cases, with as many as there are', () => {
  const page = readFileSync('docs/compatibility.md', 'utf8');
  const shown = [...page.matchAll(/^\| (\w+) +\| (.+?) +\|(?: (\d+) of \d+,?(?: (\d+) –)? +\||)/gm)]
    .filter(([, suite = '']) => suites.has(suite))
    .map(([, suite, group, ran = 0, leftOut = 0]) => `${suite}: ${group}: ${Number(ran) + Number(leftOut)}`);
  const there = [...suites].flatMap(([suite, { cases }]) => {
    const groups = [...new Set(cases.map(({ group }) => group))];
    return groups.map(name => `${suite}: ${name}: ${cases.filter(({ group }) => group === name).length}`);
  });
  expect(shown, 'node scripts/engines.mjs all --engine=all --write-docs').toEqual(there);
});
