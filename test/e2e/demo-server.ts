/** The demo's own dev server on a free port, as `npm start` starts it, with a clock that can be put forward. */
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger, createServer, type ViteDevServer } from 'vite';
import type { InboxMessage } from '../../demo/inbox.js';
import { phoneDemo } from '../../demo/vite-plugin.js';
import { createMemoryStore } from '../../src/server/index.js';

const root = join(import.meta.dirname, '../..');

export interface DemoServer {
  /** Ends in a slash. */
  readonly address: string;
  readonly port: number;
  /** What Vite printed. */
  readonly printed: readonly string[];
  /** The messages to a number, newest first. */
  messagesTo(phone: string): Promise<InboxMessage[]>;
  /** The server's clock, not the browser's. */
  putClockForward(milliseconds: number): void;
  /** The process is gone; what its store holds is not. */
  kill(): Promise<void>;
  /** On the same port again. */
  revive(): Promise<void>;
  stop(): Promise<void>;
}

export async function startDemo({ port = 0 }: { port?: number } = {}): Promise<DemoServer> {
  let skewMs = 0;
  const printed: string[] = [];
  // A cache of its own: other servers of the same tree would take it away.
  const cacheDir = mkdtempSync(join(tmpdir(), 'phone-sign-in-demo-'));
  const serverOptions = {
    secret: 'the secret of the end-to-end tests',
    store: createMemoryStore(),
    nowMs: () => Date.now() + skewMs,
  };
  let vite = await listen(port || (await freePort()));
  const chosen = portOf(vite);

  async function listen(port: number): Promise<ViteDevServer> {
    const logger = createLogger('info', { allowClearScreen: false });
    logger.info = line => void printed.push(line);
    logger.warn = line => void printed.push(line);
    const server = await createServer({
      root,
      configFile: false,
      cacheDir,
      customLogger: logger,
      plugins: [phoneDemo(serverOptions)],
      // Vite's own reload after a lost connection is no part of the demo.
      server: { port, hmr: false, watch: null },
    });
    return server.listen();
  }

  return {
    address: `http://localhost:${chosen}/`,
    port: chosen,
    printed,
    async messagesTo(phone) {
      const response = await fetch(`http://localhost:${chosen}/demo/inbox`);
      return ((await response.json()) as InboxMessage[]).filter(({ to }) => to === phone);
    },
    putClockForward(milliseconds) {
      skewMs += milliseconds;
    },
    kill: () => vite.close(),
    async revive() {
      vite = await listen(chosen);
    },
    async stop() {
      await vite.close();
      rmSync(cacheDir, { recursive: true, force: true });
    },
  };
}

function portOf({ httpServer }: ViteDevServer): number {
  return (httpServer?.address() as AddressInfo).port;
}

/** Vite takes 0 for its default port. */
async function freePort(): Promise<number> {
  const { createServer } = await import('node:net');
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, 'localhost', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
