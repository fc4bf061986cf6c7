/**
 * `npm run test:mutation -- flow`: every piece of a folder of src/ is broken in turn, and a test should say so. An hour or more; not
 * in CI. Further words go to Stryker, which wants Node 22: `npm run runtimes` brings one.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const [folder = '', ...others] = process.argv.slice(2);
if (!existsSync(join('src', folder)) || !folder) throw new Error('Which folder of src/?');

const { platform, arch, execPath } = process;
const packaged = `test/runtimes/node_modules/node22-${platform}-${arch}/bin/node`;
const { status } = spawnSync(
  existsSync(packaged) ? packaged : execPath,
  [
    'test/mutation/node_modules/@stryker-mutator/core/bin/stryker.js',
    'run',
    'test/mutation/stryker.config.mjs',
    ...others,
  ],
  { stdio: 'inherit', env: { ...process.env, MUTATED: folder } },
);
process.exitCode = status ?? 1;
