/** The documentation beside the demo, as the static build has it: VitePress's own server, made when a page is first asked for. */
import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { siteFiles } from '../scripts/docs-pages.mjs';

const root = join(import.meta.dirname, '..');

type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** `onClose`: is told how to end what was begun. */
export function docsRoutes(onClose: (end: () => Promise<void>) => void): Middleware {
  let server: Promise<Middleware> | undefined;
  const start = async (): Promise<Middleware> => {
    const { createServer } = await import('vitepress');
    const site = await createServer(join(root, 'docs'), { middlewareMode: true, hmr: false, watch: null });
    onClose(() => site.close());
    return site.middlewares;
  };
  return (request, response, next) => {
    const [, path] = /^\/docs\/([^?]*)/.exec(request.url ?? '') ?? [];
    if (path === undefined) return next();
    const file = siteFiles.find(name => name === path || name === `docs/${path}`);
    if (file) return void createReadStream(join(root, file)).pipe(response);
    server ??= start();
    server.then(
      answer => answer(request, response, next),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  };
}
