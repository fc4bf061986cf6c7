/**
 * `npm run test:lighthouse`: every page of the static demo, its documentation among them, is without a fault in Lighthouse's
 * accessibility audits. `npm run build` comes first. With names (`-- index.html`), these pages alone.
 */
import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { preview } from 'vite';
import { chromiumFlags, findChromium } from './chromium.mjs';

const root = resolve(import.meta.dirname, '..');
const outDir = resolve(root, 'dist-demo');
const program = resolve(root, 'test/lighthouse/node_modules/lighthouse/cli/index.js');
const run = promisify(execFile);
/** @typedef {{ categories: { accessibility: { score: number } }, audits: Record<string, Audit> }} Judgement */
/** @typedef {{ id: string, score: number | null, details?: { items?: { node?: { snippet: string } }[] } }} Audit */

const files = await preview({ root, configFile: false, logLevel: 'silent', build: { outDir } });
const [address = ''] = files.resolvedUrls?.local ?? [];
const all = readdirSync(outDir, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.html'));
const pages = process.argv.length > 2 ? process.argv.slice(2) : all.sort();

for (const page of pages) {
  const flags = ['--headless=new', ...chromiumFlags].join(' ');
  const words = ['--only-categories=accessibility', '--output=json', '--quiet', `--chrome-flags=${flags}`];
  const { stdout } = await run(process.execPath, [program, address + page, ...words], {
    env: { ...process.env, CHROME_PATH: findChromium() },
    maxBuffer: 1e8,
  });
  /** @type {unknown} */
  const json = JSON.parse(stdout);
  const { categories, audits } = /** @type {Judgement} */ (json);
  const failed = Object.values(audits).filter(({ score }) => score !== null && score < 1);
  console.log(`${categories.accessibility.score * 100} ${page}`);
  for (const { id, details } of failed)
    console.error(`  ${id}: ${details?.items?.map(({ node }) => node?.snippet).join(' ')}`);
  if (categories.accessibility.score < 1) process.exitCode = 1;
}
await files.close();
