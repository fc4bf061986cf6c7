/** What the CDN build weighs, held to the table in scripts/size.mjs. */
import { expect, test, vi } from 'vitest';
import { budgets, measureSizes, overCeiling } from '../../../scripts/size.mjs';

test('nothing is over its ceiling', async () => {
  // Vitest's own would make a development build.
  vi.stubEnv('NODE_ENV', 'production');
  const sizes = await measureSizes();
  expect(Object.keys(sizes)).toEqual(Object.keys(budgets));
  vi.unstubAllEnvs();
  const over = overCeiling(sizes).map(name => `${name}: ${sizes[name]} of ${budgets[name]?.ceiling}`);
  expect(over).toEqual([]);
});

test('a number that is missing, or too large, is over', () => {
  const fits = Object.fromEntries(Object.entries(budgets).map(([name, { ceiling }]) => [name, ceiling]));
  expect(overCeiling(fits)).toEqual([]);
  expect(overCeiling({ ...fits, 'first payload': fits['first payload']! + 1 })).toEqual(['first payload']);
  expect(overCeiling({})).toEqual(Object.keys(budgets));
});
