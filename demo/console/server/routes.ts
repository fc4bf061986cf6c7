/** The console's JSON routes, as a Connect middleware. They hold the keys of SMS accounts: for this machine alone. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { connectorNames, testSend, type ConnectorName } from '../../../src/server/connectors/index.js';
import { isE164 } from '../../../src/protocol.js';
import { readCatalog } from './catalog.js';
import type { Desk } from './desk.js';
import { DraftInvalid, readDraft, toFile } from './read-draft.js';
import { isAllowed } from '../../guard.js';
import { blankSecrets, maskSecrets, redactSecrets } from '../secrets.js';
import { consolePath, type ConsoleState, type DraftBody, type ProductionFile } from '../wire.js';

const maxBodyBytes = 64 * 1024;

class Stop extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

export function consoleRoutes(desk: Desk) {
  async function state(): Promise<ConsoleState> {
    const connectors = (await readCatalog()).map(entry => {
      const saved = desk.saved(entry.name);
      const isLive = desk.live === entry.name;
      return { ...entry, isLive, ...(saved && { saved: maskSecrets(toFile(saved)) }) };
    });
    return { connectors };
  }

  async function draftOf(name: ConnectorName, { text }: DraftBody) {
    const entry = (await readCatalog()).find(entry => entry.name === name);
    const required = (entry?.about?.formItems ?? []).flatMap(({ key, required }) => (required ? key : []));
    const saved = desk.saved(name);
    return readDraft(name, text, saved && toFile(saved), required);
  }

  async function test(name: ConnectorName, body: DraftBody) {
    const { to = '' } = body;
    if (!isE164(to)) throw new DraftInvalid([{ field: 'to', message: 'Enter a phone number.' }]);
    const setting = await draftOf(name, body);
    // In the templates' own language, because in others our text goes out and not the one that is on trial.
    const delivery = await testSend(setting, to, setting.templatesLocale ?? 'en');
    if (delivery.kind === 'sent') return delivery;
    return { ...delivery, detail: redactSecrets(delivery.detail, name, setting.config) };
  }

  async function fileOf(name: ConnectorName, body: DraftBody): Promise<ProductionFile> {
    const { file, blanks } = blankSecrets(toFile(await draftOf(name, body)));
    return { text: `${JSON.stringify(file, null, 2)}\n`, blanks };
  }

  async function answer(request: IncomingMessage, path: string): Promise<unknown> {
    if (!isAllowed(request)) throw new Stop(403, 'The console answers its own page on this machine alone.');
    const call = `${request.method ?? ''} ${path}`;
    if (call === 'GET ') return state();
    if (call === 'GET /live') return { live: desk.live ?? null };
    const [, method, said, rest = ''] = /^(\w+) \/(\w+)(\/\w+)?$/.exec(call) ?? [];
    const name = connectorNames.find(name => name === said);
    if (!name) throw new Stop(404, 'There is nothing here.');
    switch (`${method} ${rest}`) {
      case 'PUT ':
        await desk.save(await draftOf(name, await readBody(request)));
        return state();
      case 'DELETE ':
        await desk.remove(name);
        return state();
      case 'POST /test':
        return test(name, await readBody(request));
      case 'POST /file':
        return fileOf(name, await readBody(request));
      default:
        throw new Stop(404, 'There is nothing here.');
    }
  }

  return (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const path = (request.url ?? '').replace(/[?#].*$/, '');
    if (path !== consolePath && !path.startsWith(`${consolePath}/`)) return next();
    const end = (status: number, body: unknown) => {
      response.writeHead(status, {
        'content-type': 'application/json',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'same-origin',
      });
      response.end(JSON.stringify(body));
    };
    answer(request, path.slice(consolePath.length)).then(
      body => end(200, body),
      (error: unknown) => {
        if (error instanceof DraftInvalid) return end(422, { issues: error.issues });
        if (error instanceof Stop) return end(error.status, { message: error.message });
        end(500, { message: `Something is wrong with the console: ${(error as Error).message}` });
      },
    );
  };
}

async function readBody(request: IncomingMessage): Promise<DraftBody> {
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) throw new Stop(415, 'JSON only.');
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBodyBytes) throw new Stop(413, 'That is too long.');
    chunks.push(chunk);
  }
  const body = parse(Buffer.concat(chunks).toString()) as Partial<DraftBody> | undefined;
  if (typeof body?.text !== 'string' || !['string', 'undefined'].includes(typeof body.to)) {
    throw new Stop(400, 'A draft is missing.');
  }
  return body as DraftBody;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
