import { tmpdir } from 'node:os';
import { join } from 'node:path';

const names = (process.env.MUTATED ?? '').split(',');
const results = `node_modules/.cache/mutation/${names[0]?.replaceAll('/', '-')}`;

export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'test/mutation/vitest.config.ts', related: false },
  mutate: [
    ...names.map(name => (name.endsWith('.ts') ? `src/${name}` : `src/${name}/**/*.ts`)),
    // Generated tables and texts say what they say: a test that repeats them shows nothing.
    ...['!**/generated/**', '!**/messages/**'],
    // Run as a process of its own, which no mutant reaches: the tests of it start what is built.
    ...['bin', 'node-standalone', 'open-redis', 'open-store'].map(name => `!src/server/${name}.ts`),
  ],
  coverageAnalysis: 'perTest',
  // What runs when a module is loaded wants every test again: a minute for each.
  ignoreStatic: !process.env.STATICS,
  // Only what has changed since the last time, and what no test noticed then that has changed.
  incremental: true,
  incrementalFile: `${results}.json`,
  reporters: ['clear-text', 'progress-append-only'],
  clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false },
  // Outside of node_modules, whose modules a run loads once, and with them what tells one mutant from another.
  tempDirName: join(tmpdir(), 'phone-sign-in-mutation'),
  concurrency: 2,
  timeoutMS: 10_000,
};
