/** What tools read of the elements, written into the built package. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { cssData, htmlData } from './manifest-editors.mjs';
import { manifestOf } from './manifest-json.mjs';
import { tagTypes } from './manifest-types.mjs';
import { readElements } from './manifest.mjs';

/** @param {string} dist */
export function writeManifest(dist) {
  const elements = readElements();
  const files = {
    'custom-elements.json': manifestOf(elements),
    'vscode.html-custom-data.json': htmlData(elements),
    'vscode.css-custom-data.json': cssData(elements),
  };
  for (const [name, data] of Object.entries(files))
    writeFileSync(join(dist, name), `${JSON.stringify(data, null, 2)}\n`);
  mkdirSync(join(dist, 'types/tags'), { recursive: true });
  for (const [name, text] of Object.entries(tagTypes(elements)))
    writeFileSync(join(dist, 'types/tags', name), text);
}

/**
 * Takes the declarations away that no entry leads to: names in them would look public, and are not.
 *
 * @param {string} root the folder with package.json and dist/
 */
export function pruneTypes(root) {
  /** @type {unknown} */
  const json = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { exports } = /** @type {{ exports: Record<string, string | { types?: string }> }} */ (json);
  const entries = Object.values(exports).flatMap(target =>
    typeof target === 'object' ? (target.types ?? []) : [],
  );
  const used = new Set(entries.map(file => resolve(root, file)));
  for (const file of used) {
    for (const { fileName } of ts.preProcessFile(readFileSync(file, 'utf8'), true, true).importedFiles)
      if (fileName.startsWith('.')) used.add(resolve(file, '..', fileName.replace(/\.js$/, '.d.ts')));
  }
  const types = join(root, 'dist/types');
  for (const entry of readdirSync(types, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (entry.isFile() && !used.has(file)) rmSync(file);
  }
}
