/**
 * A stand-in of Logto (1.37, and 1.42 where `settings.version` says so): a real HTTP server with the calls of its Experience and Account APIs that a phone needs,
 * its cookies, its state and its refusals. `test/fixtures/logto-transcripts.json` and `logto-password-transcripts.json` hold the
 * real one's answers, and `logto-replay.test.ts` holds this one to them. What they do not hold is from Logto's public source,
 * and marked *unrecorded*.
 */
import { createAccountApi } from './logto-account-api.js';
import { createCodes, type Sms } from './logto-codes.js';
import { createSentinel } from './logto-sentinel.js';
import { LogtoError, type LogtoCode } from './logto-errors.js';
import { createExperience, type Asked, type Reply } from './logto-experience.js';
import { defaultSettings, newId, type LogtoSettings, type LogtoUser, type World } from './logto-world.js';
import { readBody, startLoopback, type Listener, type Loopback } from './loopback.js';

export interface LogtoOptions {
  /** Accounts there are; their ids are made where they have none. */
  users?: (Omit<LogtoUser, 'id'> & { id?: string })[];
  settings?: Partial<LogtoSettings>;
  /** Epoch milliseconds. */
  nowMs?: () => number;
  /** Answers whatever is not Logto's: the sign-in pages, on the same origin. */
  pages?: Listener;
  /** Which paths a proxy in front leaves to Logto; all of Logto's without it. */
  isOurs?: (pathname: string) => boolean;
}

export interface Logto {
  readonly origin: string;
  readonly server: Loopback;
  /** What was texted, the oldest first. */
  readonly sms: readonly Sms[];
  readonly users: LogtoUser[];
  /** May be changed at any time. */
  readonly settings: LogtoSettings;
  /** Where an application sends people to sign in. */
  authorizeUrl(appId?: string, redirectUri?: string): string;
  /** An access token of that user, for the Account API. */
  tokenOf(user: LogtoUser): string;
  /** Refuses the next call whose path ends so: `/submit`. */
  refuse(call: string, code: LogtoCode, extra?: ConstructorParameters<typeof LogtoError>[1]): void;
  /** Refuses the next message. */
  refuseMessage(code: LogtoCode, extra?: ConstructorParameters<typeof LogtoError>[1]): void;
  close(): Promise<void>;
}

export async function startLogto(options: LogtoOptions = {}): Promise<Logto> {
  const { nowMs = Date.now, pages, isOurs = path => /^\/(oidc|api|consent)\b/.test(path) } = options;
  const users = (options.users ?? []).map(user => ({ ...user, id: user.id ?? newId() }));
  const settings = { ...defaultSettings, ...options.settings };
  const codes = createCodes(
    nowMs,
    () => settings.codeLength,
    () => settings.codeLifetime,
  );
  const sentinel = createSentinel(nowMs, settings);
  const tokens = new Map<string, string>();
  let refusal: { call: string; error: LogtoError } | undefined;
  let failure: LogtoError | undefined;
  const world: World = {
    users,
    settings,
    codes,
    nowMs,
    sentinel,
    beforeSending(phone) {
      const error = failure;
      failure = undefined;
      if (error) throw error;
      sentinel.countMessage(phone);
    },
  };
  const apis = [createExperience(world, () => server.origin), createAccountApi(world, tokens)];

  function replyTo(asked: Asked): Reply | undefined {
    if (refusal && asked.url.pathname.endsWith(refusal.call)) {
      const { error } = refusal;
      refusal = undefined;
      throw error;
    }
    for (const api of apis) {
      const reply = api(asked);
      if (reply) return reply;
    }
    return undefined;
  }

  const server = await startLoopback((request, response) => {
    void (async () => {
      const url = new URL(request.url ?? '/', server.origin);
      if (!isOurs(url.pathname) && pages) return pages(request, response);
      const text = await readBody(request);
      const { method = 'GET', headers } = request;
      let reply: Reply;
      try {
        const asked = { method, url, headers, body: text ? (JSON.parse(text) as unknown) : undefined };
        reply = replyTo(asked) ?? { status: 404, body: { code: 'entity.not_found', message: 'Not found' } };
      } catch (error) {
        if (error instanceof LogtoError) reply = error;
        else reply = { status: 500, body: { code: 'request.general', message: String(error) } };
      }
      const { status, body, headers: more } = reply;
      const type = typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8';
      response.writeHead(status, { ...(body && { 'content-type': type }), ...corsOf(url, headers), ...more });
      response.end(typeof body === 'object' ? JSON.stringify(body) : (body ?? ''));
    })();
  });

  return {
    origin: server.origin,
    server,
    sms: codes.sms,
    users,
    settings,
    authorizeUrl(appId = 'spaapp0001', redirectUri = `${server.origin}/app/signed-in`) {
      const query = new URLSearchParams({
        client_id: appId,
        redirect_uri: redirectUri,
        response_type: 'code',
      });
      return `${server.origin}/oidc/auth?${query.toString()}`;
    },
    tokenOf(user) {
      const token = `token-${newId()}`;
      tokens.set(token, user.id);
      return token;
    },
    refuse(call, code, extra) {
      refusal = { call, error: new LogtoError(code, extra) };
    },
    refuseMessage(code, extra) {
      failure = new LogtoError(code, extra);
    },
    close: () => server.close(),
  };
}

/** The Account API answers pages of any origin; the Experience API none but its own. */
function corsOf({ pathname }: URL, { origin }: Asked['headers']): Record<string, string> {
  if (!origin || !/^\/api\/(verifications\/|my-account)/.test(pathname)) return {};
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-headers': 'authorization, content-type, logto-verification-id, accept-language',
    'access-control-allow-methods': 'GET, POST, DELETE',
  };
}
