/** The built package (`npm run build` comes first): every entry point is there, with types, and can be imported in Node. */
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const { exports, bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  exports: Record<string, string | { types: string; default: string }>;
  bin: Record<string, string>;
};
const entries = Object.entries(exports).flatMap(([name, files]) =>
  typeof files === 'object' ? [[name, files.default, files.types] as const] : [],
);

test.each(entries)('%s imports on a server, where there is no page', async (_, file, types) => {
  expect(existsSync(join(root, types))).toBe(true);
  const script = `await import(${JSON.stringify(join(root, file))}); console.log('imported');`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
  expect(stdout.trim()).toBe('imported');
});

test('imports nothing but what it declares', () => {
  const { dependencies, peerDependencies } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  ) as Record<string, Record<string, string>>;
  const declared = Object.keys({ ...dependencies, ...peerDependencies });
  const seen = new Set<string>();
  const queue = [
    ...entries.map(([, file]) => join(root, file)),
    ...Object.values(bin).map(file => join(root, file)),
  ];
  const foreign = new Set<string>();
  for (let file = queue.pop(); file; file = queue.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(
      /(?:from|import)\s*\(?["']([^"'`]+)["']/g,
    )) {
      if (name.startsWith('.')) queue.push(join(file, '..', name));
      else if (
        !name.startsWith('node:') &&
        !declared.some(known => name === known || name.startsWith(`${known}/`))
      ) {
        foreign.add(name);
      }
    }
  }
  expect([...foreign]).toEqual([]);
});
