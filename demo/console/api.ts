/** The console's calls to the demo's server. */
import type { ConnectorName, Delivery } from '../../src/server/connectors/index.js';
import {
  consolePath,
  type ConsoleState,
  type DraftBody,
  type Issue,
  type ProductionFile,
  type Refusal,
} from './wire.js';

/** What was sent is not valid; each issue names its field. */
export class Refused extends Error {
  constructor(readonly issues: Issue[]) {
    super('Not valid');
  }
}

/** In words for the person. */
export class Trouble extends Error {}

export const api = {
  state: () => call<ConsoleState>('GET', ''),
  save: (name: ConnectorName, body: DraftBody) => call<ConsoleState>('PUT', `/${name}`, body),
  remove: (name: ConnectorName) => call<ConsoleState>('DELETE', `/${name}`),
  test: (name: ConnectorName, body: DraftBody) => call<Delivery>('POST', `/${name}/test`, body),
  file: (name: ConnectorName, body: DraftBody) => call<ProductionFile>('POST', `/${name}/file`, body),
};

async function call<Answer>(method: string, path: string, body?: DraftBody): Promise<Answer> {
  const response = await fetch(consolePath + path, {
    method,
    ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  }).catch(() => undefined);
  if (!response) throw new Trouble('The demo’s server does not answer. Is “npm start” still running?');
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  const answer: unknown = isJson ? await response.json() : undefined;
  if (response.status === 422) throw new Refused((answer as Refusal).issues);
  if (response.ok && isJson) return answer as Answer;
  if (response.status === 403) {
    throw new Trouble(
      'The console answers this machine alone: open it as http://localhost, on the machine itself.',
    );
  }
  const said = (answer as { message?: string } | undefined)?.message;
  throw new Trouble(
    said ??
      'The console needs the demo’s own server: in a copy of the repository, run “npm ci” and “npm start”.',
  );
}
