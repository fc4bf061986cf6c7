/** A test of the tests: each defect that is put into a copy of the built files is caught, by the case that is there for it. */
import { strict as assert } from 'node:assert';
import type { Case, Setting } from '../cases.js';
import { verdictOf } from '../run.js';
import { seeds, type Seed } from './seeds.js';

export const defectCases = (a11yCases: readonly Case[]): readonly Case[] =>
  seeds.map(seed => ({
    group: 'seeded defects',
    name: `caught: ${seed.name} (by "${seed.caughtBy}")`,
    limitMs: 120_000,
    without: ({ name }) => (name === 'chromium' ? undefined : 'the tests are tested in one engine'),
    run: setting => isCaught(seed, a11yCases, setting),
  }));

async function isCaught(seed: Seed, cases: readonly Case[], { engine, files }: Setting): Promise<void> {
  const { caughtBy, from, to, says } = seed;
  const one = cases.find(({ name }) => name === caughtBy);
  assert.ok(one, `there is no case "${caughtBy}"`);
  const changed = new Map([...files].map(([name, text]) => [name, text.replace(from, to)]));
  const isChanged = [...changed].some(([name, text]) => text !== files.get(name));
  assert.ok(isChanged, `nothing in the built files matches ${from}`);
  const verdict = await verdictOf(one, engine, changed);
  assert.equal(verdict.kind, 'failed', 'nothing was caught');
  if (verdict.kind === 'failed') assert.match(verdict.why, says);
}
