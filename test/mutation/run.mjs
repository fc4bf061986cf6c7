/**
 * `npm run test:mutation -- flow`: every piece of a folder of src/ is broken in turn, and a test should say so. Minutes for a small
 * one; not in CI. Further words go to Stryker, which wants Node 22.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { nodeOf } from '../runtimes/node.mjs';

const [folder = '', ...others] = process.argv.slice(2);
if (!existsSync(join('src', folder)) || !folder) throw new Error('Which folder of src/?');

const { status } = spawnSync(
  nodeOf(22),
  [
    'test/mutation/node_modules/@stryker-mutator/core/bin/stryker.js',
    'run',
    'test/mutation/stryker.config.mjs',
    ...others,
  ],
  { stdio: 'inherit', env: { ...process.env, MUTATED: folder } },
);
process.exitCode = status ?? 1;
