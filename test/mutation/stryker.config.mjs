const names = (process.env.MUTATED ?? '').split(',');

export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'test/mutation/vitest.config.ts', related: false },
  mutate: [
    ...names.map(name => (name.endsWith('.ts') ? `src/${name}` : `src/${name}/**/*.ts`)),
    // Generated tables and texts say what they say: a test that repeats them shows nothing.
    ...['!**/generated/**', '!**/messages/**'],
  ],
  coverageAnalysis: 'perTest',
  // What runs when a module is loaded would want every test again.
  ignoreStatic: true,
  reporters: ['clear-text', 'json'],
  jsonReporter: { fileName: `node_modules/.cache/mutation/${names[0]?.replaceAll('/', '-')}.json` },
  clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false },
  tempDirName: 'node_modules/.cache/stryker',
  concurrency: 2,
  timeoutMS: 5_000,
};
