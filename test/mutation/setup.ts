/**
 * Loads all that is mutated before a test does. What a module does once, when it is loaded, would otherwise be put down to the
 * first test that happens to load it, and tried by that one alone.
 */
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';

const files = (process.env.MUTATED ?? '').split(',').flatMap(name => {
  const path = resolve('src', name);
  if (name.endsWith('.ts')) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' }).map(file => `${path}/${file}`);
});
for (const file of files)
  if (/\.ts$/.test(file) && !/\/(bin|node-standalone|generated|messages)\b/.test(file))
    await import(/* @vite-ignore */ file);
