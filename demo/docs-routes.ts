/** The documentation as pages, as the static build has it: made anew from its sources when one is asked for. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writePages } from '../scripts/docs-pages.mjs';

/** `cacheDir`: where the pages may be put. */
export function docsRoutes(cacheDir: string) {
  const folder = join(cacheDir, 'docs');
  return (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const [, file] = /^\/docs\/([\w-]+\.(?:html|css))(?:$|\?)/.exec(request.url ?? '') ?? [];
    if (!file) return next();
    if (file.endsWith('.html')) writePages(folder);
    response.setHeader('content-type', `text/${file.endsWith('.css') ? 'css' : 'html'}; charset=utf-8`);
    readFile(join(folder, file)).then(page => response.end(page), next);
  };
}
