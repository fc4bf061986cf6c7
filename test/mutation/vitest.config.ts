/** The unit project alone, of one folder: what its mutants are tried by. */
import { defineConfig } from 'vitest/config';

const mutated = process.env.MUTATED ?? '';
const [folder = ''] = mutated.split(/[/,]/);
const contracts: Record<string, string[]> = {
  backends: ['test/contract/*-backend.test.ts', 'test/contract/logto-*.test.ts'],
  server: [
    'test/contract/{memory-store,openapi,channels-e2e,channel-senders,connectors,http-connector}.test.ts',
  ],
};

// They start servers of their own: where it is about them.
if (mutated.startsWith('server/stores'))
  contracts['server']?.push('test/contract/{redis-store,redis-handler,redis-ready,postgres-store}.test.ts');

export default defineConfig({
  test: {
    include: [`test/unit/${folder}/**/*.test.ts`, ...(contracts[folder] ?? [])],
    // What runs in a process of its own has no mutant in it.
    exclude: ['test/unit/server/{standalone,standalone-operated,standalone-stores}.test.ts'],
    // What a generator writes has no mutants in it.
    testNamePattern: /^(?!the generated files are)/,
    environment: 'node',
    setupFiles: ['test/setup.ts', 'test/mutation/setup.ts'],
    testTimeout: 10_000,
  },
});
