/**
 * Loads the whole folder before its tests do. What a module does once, when it is loaded, would otherwise be put down to the
 * first test that happens to load it, and tried by that one alone.
 */
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';

const [name = ''] = (process.env.MUTATED ?? '').split(/[/,]/);
const folder = resolve('src', name);
for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
  if (/\.ts$/.test(file) && !/(^|\/)(bin|node-standalone|generated|messages)\b/.test(file))
    await import(/* @vite-ignore */ `${folder}/${file}`);
