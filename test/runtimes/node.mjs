/** Other majors of Node, as their packages bring them: `npm run runtimes`. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The program. On what has no such package it is the Node that runs this, where that is of the major.
 *
 * @param {22 | 24} major
 */
export function nodeOf(major) {
  const { platform, arch, execPath, versions } = process;
  const packaged = join(import.meta.dirname, `node_modules/node${major}-${platform}-${arch}/bin/node`);
  if (existsSync(packaged)) return packaged;
  if (versions.node.startsWith(`${major}.`)) return execPath;
  throw new Error(
    `Node ${major} is not here. First: npm ci --prefix test/runtimes --ignore-scripts; else run this with it`,
  );
}
