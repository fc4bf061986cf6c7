/** The hashes of the CDN files, as `integrity` wants them. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Writes `integrity.json`: file → hash. @param {string} folder */
export function writeIntegrity(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.(js|css)$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
    .toSorted();
  const hashOf = (/** @type {string} */ file) =>
    `sha384-${createHash('sha384').update(readFileSync(file)).digest('base64')}`;
  const hashes = Object.fromEntries(files.map(file => [relative(folder, file), hashOf(file)]));
  writeFileSync(join(folder, 'integrity.json'), `${JSON.stringify(hashes, null, 2)}\n`);
}
