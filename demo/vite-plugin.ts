/**
 * The demo's server, under Vite's own: the sign-in handler, the inbox to which Logto's HTTP SMS connector posts over
 * loopback, and the console, where another connector can take its place. The static build has none of them: there the page
 * is its own server (in-page-server.ts).
 */
import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { Plugin, ViteDevServer } from 'vite';
import { createChannelSender } from '../src/server/connectors/index.js';
import type { Channel, PhoneServerOptions, Send } from '../src/server/index.js';
import { toNodeListener } from '../src/server/node.js';
import { createDesk } from './console/server/desk.js';
import { consoleRoutes } from './console/server/routes.js';
import { createInbox } from './inbox.js';
import { docsRoutes } from './docs-routes.js';
import { inboxPath, inboxRoutes } from './inbox-routes.js';
import { demoPages } from './pages.js';
import { createDemoServer } from './server-options.js';

/** What the pages are told of the environment. */
export const envPrefix = ['VITE_', 'PUBLISHER_'];

const randomSecret = () => randomBytes(32).toString('base64url');

/** `options` go to the sign-in server: tests hand in a clock, or a store that outlives it. */
export function phoneDemo(options: Partial<PhoneServerOptions> = {}): Plugin[] {
  const server: Plugin = {
    name: 'phone-sign-in-demo',
    apply: 'serve',
    config: () => ({
      envPrefix,
      // Vite would let every page on this machine read its answers.
      server: { cors: false },
      // Tests have pages too, with packages of their own.
      optimizeDeps: { entries: ['index.html', 'demo/**/*.html'] },
    }),
    configureServer(vite) {
      const inbox = createInbox();
      const authorization = `Bearer ${randomSecret()}`;
      const toInbox = () => ({
        name: 'http' as const,
        config: { endpoint: loopbackAddress(vite) + inboxPath, authorization },
      });
      // The port is known by the first message.
      const by = (channel: Channel): Send => {
        let sender: Promise<Send> | undefined;
        return async (...message) => (await (sender ??= createChannelSender(channel, toInbox())))(...message);
      };
      // The console's connectors are for SMS.
      const desk = createDesk(toInbox);
      const phoneServer = createDemoServer(
        { sms: desk.send, whatsapp: by('whatsapp'), voice: by('voice') },
        {
          secret: randomSecret(),
          log: ({ event, outcome, detail }) => {
            if (detail) vite.config.logger.warn(`phone-sign-in: ${event}: ${outcome}: ${detail}`);
          },
          ...options,
        },
      );
      vite.middlewares.use(toNodeListener(phoneServer));
      vite.middlewares.use(inboxRoutes({ inbox, authorization }));
      vite.middlewares.use(consoleRoutes(desk));
      vite.middlewares.use(docsRoutes(end => vite.httpServer?.once('close', () => void end())));
    },
  };
  return [demoPages(), server];
}

/** How this process reaches the server's own port. */
function loopbackAddress({ httpServer }: ViteDevServer): string {
  const { address, family, port } = httpServer?.address() as AddressInfo;
  const isEverywhere = address === '::' || address === '0.0.0.0';
  const host = isEverywhere ? 'localhost' : family === 'IPv6' ? `[${address}]` : address;
  return `http://${host}:${port}`;
}
