/** What `npm pack` makes, installed outside the repository: what is in it, and that it imports. `npm run build` comes first. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import ts from 'typescript';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeSite, type Site } from '../consumers/site.js';

const root = join(import.meta.dirname, '../..');
type Target = string | { types: string; default?: string; [condition: string]: string | undefined };
interface Manifest {
  version: string;
  unpkg: string;
  jsdelivr: string;
  exports: Record<string, Target>;
  bin: Record<string, string>;
  sideEffects: string[];
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  peerDependencies: Record<string, string>;
}
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
const targets = Object.entries(manifest.exports).map(([name, target]) => ({
  name: name.replace(/^\./, 'phone-sign-in'),
  script: typeof target === 'string' ? target : target.default,
  types: typeof target === 'string' ? undefined : target.types,
  /** Of every condition. */
  files: typeof target === 'string' ? [target] : Object.values(target).flatMap(file => file ?? []),
}));
const entries = targets.filter(({ script }) => script?.endsWith('.js'));

let site: Site;
let files: string[];

beforeAll(async () => {
  site = await makeSite();
  files = readdirSync(site.packageFolder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(site.packageFolder, join(entry.parentPath, entry.name)));
});

afterAll(() => site?.remove());

/** All files that some files import, statically or later, and the foreign names that they import. */
function reachable(from: readonly string[]) {
  const seen = new Set<string>();
  const foreign = new Set<string>();
  const queue = [...from];
  for (let file = queue.pop(); file; file = queue.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    const text = readFileSync(join(site.packageFolder, file), 'utf8');
    // TypeScript's reader loses its way in minified code.
    const lazy = [...text.matchAll(/import\((["`])([^"`$]+)\1\)/g)].map(([, , name = '']) => name);
    // A path that is made of a name: what stands in that folder under such a name.
    for (const [, folder = '', start = ''] of text.matchAll(
      /import\(`(\.[^`]*\/)([\w-]*)\$\{\w+\}\.js`\)/g,
    )) {
      const names = readdirSync(join(site.packageFolder, file, '..', folder));
      const isMade = (name: string) =>
        name.startsWith(start) && /^(\d+|[a-z]{2,3}(-\w+)?)\.js$/.test(name.slice(start.length));
      lazy.push(...names.filter(isMade).map(name => folder + name));
    }
    for (const name of [...lazy, ...ts.preProcessFile(text).importedFiles.map(({ fileName }) => fileName)]) {
      if (!name.startsWith('.')) foreign.add(name);
      else queue.push(join(file, '..', file.endsWith('.d.ts') ? name.replace(/\.js$/, '.d.ts') : name));
    }
  }
  return { seen, foreign };
}

test('every entry imports in Node, with no page and no optional package', async () => {
  // The file for pages brings Lit as pages have it, and runs in them alone; the stores are of who installs their client,
  // and the components of who has React.
  const names = entries.map(({ name }) => name).filter(name => !/\/cdn\/|\/stores\/|\/react$/.test(name));
  const script = `
    const before = Object.keys(globalThis);
    for (const name of ${JSON.stringify(names)}) await import(name);
    console.log(JSON.stringify(Object.keys(globalThis).filter(name => !before.includes(name))));`;
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '--eval', script],
    { cwd: site.folder },
  );
  expect(stderr).toBe('');
  // Lit keeps its versions there, and what stands for a page's registry; we leave nothing.
  const left = (JSON.parse(stdout) as string[]).filter(
    name => !/^(lit|reactiveElement|customElements$)/.test(name),
  );
  expect(left).toEqual([]);
  expect(names.length).toBeGreaterThan(10);
});

test('the CDN files have their hashes beside them, and CDNs know the file', () => {
  const cdn = join(site.packageFolder, 'dist/cdn');
  const hashes = JSON.parse(readFileSync(join(cdn, 'integrity.json'), 'utf8')) as Record<string, string>;
  const served = files.flatMap(file => /^dist\/cdn\/(.+\.(?:js|css))$/.exec(file)?.[1] ?? []);
  expect(Object.keys(hashes).toSorted()).toEqual(served.toSorted());
  for (const [file, hash] of Object.entries(hashes)) {
    const digest = createHash('sha384').update(readFileSync(join(cdn, file)));
    expect.soft(hash, file).toBe(`sha384-${digest.digest('base64')}`);
  }
  for (const file of [manifest.unpkg, manifest.jsdelivr]) expect(files).toContain(file);
});

test('its command tells its version', async () => {
  const bin = join(site.packageFolder, manifest.bin['phone-sign-in-server']!);
  const { stdout } = await promisify(execFile)(process.execPath, [bin, '--version'], { cwd: site.folder });
  expect(stdout).toBe(`${manifest.version}\n`);
});

test('every entry that is code has types', () => {
  for (const { name, types } of entries) {
    expect.soft(types && existsSync(join(site.packageFolder, types)), name).toBe(true);
  }
});

test('only what registers the elements has side effects', () => {
  const built = manifest.sideEffects.filter(file => file.startsWith('./dist/'));
  const [define, entry, versioned] = ['define.js', 'cdn/phone-sign-in.js', 'cdn/*/phone-sign-in.js'].map(
    file => `./dist/${file}`,
  ) as [string, string, string];
  expect(built).toEqual([define, entry, versioned]);
  const textOf = (file: string) => readFileSync(join(site.packageFolder, file), 'utf8');
  expect(textOf(entry)).toBe(`import './${manifest.version}/phone-sign-in.js';\n`);
  // In these files themselves: a bundler leaves out what they import for its effects alone.
  for (const file of [define, versioned.replace('*', manifest.version)])
    expect(textOf(file)).toMatch(/["'`]phone-number-field["'`]/);
});

test('it holds what is used, and nothing else', () => {
  const modules = targets.flatMap(target => target.files).filter(file => /\.(js|ts)$/.test(file));
  const commands = Object.values(manifest.bin).map(file => `./${file}`);
  const used = reachable([...modules, ...commands].map(file => file.slice(2))).seen;
  const others = files.filter(file => !used.has(file)).toSorted();
  expect(others).toEqual([
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'THIRD-PARTY-LICENSES',
    'dist/before.css',
    `dist/cdn/${manifest.version}/before.css`,
    'dist/cdn/before.css',
    'dist/cdn/integrity.json',
    'dist/custom-elements.json',
    'dist/ssr/phone-country-picker.css',
    'dist/ssr/phone-number-field.css',
    'dist/ssr/phone-sign-in.css',
    'dist/vscode.css-custom-data.json',
    'dist/vscode.html-custom-data.json',
    'package.json',
  ]);
});

test('it imports nothing but what it declares', () => {
  const declared = [
    'phone-sign-in',
    ...Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies }),
  ];
  const { foreign } = reachable([
    ...entries.map(({ script }) => script!.slice(2)),
    ...Object.values(manifest.bin),
  ]);
  const strange = [...foreign].filter(
    name => !name.startsWith('node:') && !declared.some(one => name === one || name.startsWith(`${one}/`)),
  );
  expect(strange).toEqual([]);
});

test('what draws on a server stands alone, and on no DOM', () => {
  const { foreign, seen } = reachable(['dist/ssr/index.js']);
  expect([...foreign]).toEqual([]);
  expect([...seen].every(file => file.startsWith('dist/ssr/'))).toBe(true);
  const code = [...seen].map(file => readFileSync(join(site.packageFolder, file), 'utf8')).join('\n');
  expect(code).not.toMatch(/\b(HTMLElement|window\.|customElements)\b/);
});

test('installing it runs nothing', () => {
  expect(Object.keys(manifest.scripts).filter(name => /install|prepare$/.test(name))).toEqual([]);
});
