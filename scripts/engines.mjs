/**
 * The suites that run in three engines: `node scripts/engines.mjs faults --engine=firefox` prints a table (case × engine) with
 * its count. Suites: flows, faults, time, autofill, controls, csp, a11y, defects (a test of the tests of a11y), or several, or all.
 * `--only=<regular expression>` picks cases, `--write-docs` renews the matrix in docs/compatibility.md.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createServer, createServerModuleRunner } from 'vite';

/** @typedef {import('../test/engines/main.js')} Main */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    engine: { type: 'string', default: 'chromium' },
    only: { type: 'string', default: '' },
    'write-docs': { type: 'boolean', default: false },
  },
});

// So that what was started is ended with it.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

// The suites are TypeScript: Vite reads it, and nothing is served.
const vite = await createServer({
  configFile: false,
  root: resolve(import.meta.dirname, '..'),
  logLevel: 'error',
  appType: 'custom',
  optimizeDeps: { noDiscovery: true, include: [] },
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
});
const runner = createServerModuleRunner(vite.environments.ssr, { hmr: false });
try {
  const { main } = /** @type {Main} */ (await runner.import('/test/engines/main.ts'));
  const isGood = await main({
    suites: positionals,
    engine: values.engine,
    only: values.only,
    writesDocs: values['write-docs'],
  });
  process.exitCode = isGood ? 0 : 1;
} finally {
  await runner.close();
  await vite.close();
}
