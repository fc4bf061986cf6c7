/** The pages of demo/backends, built as a reader builds them, and a server's answers with them. */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { build, type InlineConfig } from 'vite';
import { vi } from 'vitest';
import { demoPages } from '../../demo/pages.js';
import type { Listener } from '../contract/loopback.js';

const root = join(import.meta.dirname, '../..');

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

export interface BuiltPages {
  /** Answers with a file, and with `fallback` where there is none of that name. */
  listener(fallback?: () => string): Listener;
  read(name: string): string;
  /** Puts the pages on the origin of a server that has none of its own; everything else goes to that server. */
  addTo(page: Page): Promise<void>;
  remove(): void;
}

/** What Logto is given: the folder to be zipped. */
export const buildLogtoUi = () => buildInto({ configFile: join(root, 'demo/backends/logto.config.ts') });

/** Pages for the root of any origin. */
export const buildPages = (...names: string[]) =>
  buildInto({
    configFile: false,
    root,
    base: '/',
    plugins: [demoPages()],
    build: { rollupOptions: { input: names.map(name => `demo/backends/${name}.html`) } },
  });

async function buildInto(config: InlineConfig): Promise<BuiltPages> {
  const outDir = mkdtempSync(join(tmpdir(), 'phone-sign-in-backends-'));
  // Under Vitest Vite would make a development build.
  vi.stubEnv('NODE_ENV', 'production');
  await build({ ...config, logLevel: 'silent', build: { ...config.build, outDir, emptyOutDir: true } });
  vi.unstubAllEnvs();
  return {
    listener: fallback => (request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      const file = join(outDir, pathname);
      const isFile = statSync(file, { throwIfNoEntry: false })?.isFile();
      const type = types[isFile ? extname(file) : '.html'] ?? 'application/octet-stream';
      if (!isFile && !fallback) return void response.writeHead(404).end();
      response.writeHead(200, { 'content-type': type }).end(isFile ? readFileSync(file) : fallback?.());
    },
    read: name => readFileSync(join(outDir, name), 'utf8'),
    async addTo(page) {
      await page.route(/\/(demo|assets)\//, route =>
        route.fulfill({ path: join(outDir, new URL(route.request().url()).pathname) }),
      );
    },
    remove: () => rmSync(outDir, { recursive: true, force: true }),
  };
}
