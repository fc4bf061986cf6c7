/** The demo as anybody builds it, its files served under a strict policy. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { preview } from 'vite';

const root = join(import.meta.dirname, '../..');
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'";

export interface StaticSite {
  /** Ends in a slash. */
  readonly address: string;
  stop(): Promise<void>;
}

export async function buildSite(): Promise<StaticSite> {
  const outDir = mkdtempSync(join(tmpdir(), 'phone-sign-in-static-'));
  // Under Vitest Vite would make a development build.
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  await promisify(execFile)(process.execPath, [vite, 'build', '--outDir', outDir, '--emptyOutDir'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', VITEST: '' },
  });
  const files = await preview({
    root,
    configFile: false,
    logLevel: 'silent',
    build: { outDir },
    preview: { headers: { 'content-security-policy': policy } },
  });
  return {
    address: `http://localhost:${(files.httpServer.address() as AddressInfo).port}/`,
    async stop() {
      await files.close();
      rmSync(outDir, { recursive: true, force: true });
    },
  };
}
