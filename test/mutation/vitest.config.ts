/** The unit project alone, of one folder: what its mutants are tried by. */
import { defineConfig } from 'vitest/config';

const mutated = process.env.MUTATED ?? '';
const [folder = ''] = mutated.split(/[/,]/);
const contracts: Record<string, string[]> = {
  backends: ['test/contract/*-backend.test.ts', 'test/contract/logto-*.test.ts'],
  server: ['test/contract/{memory-store,channel-senders,connectors,http-connector}.test.ts'],
};

// They start servers of their own: where it is about them.
if (mutated.startsWith('server/stores'))
  contracts['server']?.push('test/contract/{redis-store,redis-handler,redis-ready,postgres-store}.test.ts');

export default defineConfig({
  test: {
    include: [`test/unit/${folder}/**/*.test.ts`, ...(contracts[folder] ?? [])],
    // What runs in a process of its own has no mutant in it.
    exclude: [
      'test/unit/server/{standalone,standalone-operated,standalone-stores}.test.ts',
      // Half a second for each password, by the server's clock, and a look for Python: where it is about them.
      ...(/passwords|server\/server/.test(mutated) ? [] : ['test/unit/server/passwords.test.ts']),
      ...(mutated.includes('introspection') ? [] : ['test/unit/server/introspection.test.ts']),
    ],
    // What a generator writes has no mutants in it.
    testNamePattern: /^(?!the generated files are)/,
    environment: 'node',
    setupFiles: ['test/setup.ts', 'test/mutation/setup.ts'],
    testTimeout: 10_000,
    // The server is loaded once for all of its tests, and not for each file of them: a run is three times as fast. But what runs
    // when a module is loaded cannot be told from the rest then, and of these it is the most.
    isolate: folder !== 'server' || /fields|options|problem/.test(mutated),
  },
});
