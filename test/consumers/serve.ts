/** A web server with the packed package's own phone server in it: a process of its own, from the site's folder. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Runs in the site. `send` hands the message to the test, as docs/server.md says that tests do. */
const program = `
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { createPhoneServer } from 'phone-sign-in/server';
import { toNodeListener } from 'phone-sign-in/server/node';

const [folder, headers] = [process.argv[2], JSON.parse(process.argv[3])];
const types = { '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css' };
const phone = createPhoneServer({
  secret: randomBytes(32).toString('base64url'),
  send: async ({ phone, code }) => void process.send({ phone, code }),
});
const answerPhone = toNodeListener(phone);

const server = createServer((request, response) =>
  answerPhone(request, response, async () => {
    const { pathname } = new URL(request.url, 'http://localhost');
    process.send({ path: request.url });
    try {
      const file = await readFile(join(folder, normalize(pathname.endsWith('/') ? pathname + 'index.html' : pathname)));
      response.writeHead(200, { ...headers, 'content-type': types[extname(pathname) || '.html'] }).end(file);
    } catch {
      response.writeHead(404).end();
    }
  }),
);
server.listen(0, 'localhost', () => process.send({ port: server.address().port }));
process.on('disconnect', () => process.exit());
`;

export interface Served {
  /** Ends in a slash. */
  readonly address: string;
  /** Paths of files that were asked for. */
  readonly paths: string[];
  newestCode(phone: string): string;
  stop(): void;
}

/** Serves `folder`; `headers` go out with each file. */
export async function serve(
  site: { folder: string },
  folder = site.folder,
  headers: Record<string, string> = {},
): Promise<Served> {
  const file = join(site.folder, 'server.mjs');
  writeFileSync(file, program);
  const child = fork(file, [folder, JSON.stringify(headers)], { cwd: site.folder });
  const codes = new Map<string, string>();
  const paths: string[] = [];
  child.on('message', (message: { phone?: string; code?: string; path?: string }) => {
    if (message.phone && message.code) codes.set(message.phone, message.code);
    if (message.path) paths.push(message.path);
  });
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  return {
    address: `http://localhost:${port}/`,
    paths,
    newestCode(phone) {
      const code = codes.get(phone);
      expect(code).toMatch(/^\d{6}$/);
      return code!;
    },
    stop: () => void child.disconnect(),
  };
}

/** Signs in with the widget of a page that is open, and asks the server who is signed in. `typed`: key by key, instead. */
export async function signIn(
  page: Page,
  server: Pick<Served, 'newestCode'>,
  phone: string,
  typed?: string,
): Promise<void> {
  const box = page.getByRole('textbox', { name: 'Phone number' });
  if (typed === undefined) await box.fill(phone);
  // A person leaves time between two keys for what the field does after each.
  for (const key of typed ?? '') {
    await box.pressSequentially(key);
    await page.evaluate(() => new Promise(done => setTimeout(done)));
  }
  await page.getByRole('button', { name: 'Text me a code' }).click();
  await page.getByRole('heading', { name: 'Enter your code' }).waitFor();
  await page.getByRole('textbox', { name: '6-digit code' }).focus();
  await page.keyboard.type(server.newestCode(phone));
  await page.getByRole('heading', { name: 'You’re signed in' }).waitFor();
  const session = await page.evaluate(async () => (await fetch('/api/phone/session')).json() as unknown);
  expect(session).toMatchObject({ claims: { phone } });
}
