/**
 * `npm run test:mutation -- flow`: every piece of a folder of src/ is broken in turn, and a test should say so. Minutes for a small
 * one; not in CI. `-- server/limits.ts server/tokens.ts`: these files alone. `STATICS=1`: what runs when a module is loaded, too, for few
 * files. The next time tries what has changed. Stryker wants Node 22.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { nodeOf } from '../runtimes/node.mjs';

const names = process.argv.slice(2);
if (!names.length || !names.every(name => existsSync(join('src', name))))
  throw new Error('Which folder of src/, or which files?');

const { status } = spawnSync(
  nodeOf(22),
  [
    'test/mutation/node_modules/@stryker-mutator/core/bin/stryker.js',
    'run',
    'test/mutation/stryker.config.mjs',
  ],
  { stdio: 'inherit', env: { ...process.env, MUTATED: names.join() } },
);
process.exitCode = status ?? 1;
