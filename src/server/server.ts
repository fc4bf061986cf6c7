/** The contract as a fetch handler: who may ask, what is well-formed, which call it is, and how it is answered. */
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { Hono } from 'hono/tiny';
import { clientHeader, idempotencyHeader, purposes as allPurposes, type ConfigBody } from '../protocol.js';
import { createAddressReader } from './addresses.js';
import { createAdmission } from './admission.js';
import { bareResponse, jsonAnswer, wholeRequest, withBody, type Answer } from './answer.js';
import { createCalls, noteOf, type Bindings } from './calls.js';
import { createChallenges } from './challenges.js';
import { createChannelPlan } from './channel-plan.js';
import { createConversions, tellOfSpike } from './conversions.js';
import { createHooks } from './hooks.js';
import { introspect, knowsSecret, unknownClient } from './introspection.js';
import { codeLength, createKeys } from './keys.js';
import { createKnownDevices } from './known-devices.js';
import { createRequestCounters, createSendBudget, defaultLimits, limitsOfChannels } from './limits.js';
import { createLog } from './log.js';
import { createManagement } from './management.js';
import { sayBrand } from './message-texts.js';
import { createMetrics } from './metrics.js';
import { maskDigits } from './mask.js';
import type { PhoneServerOptions } from './options.js';
import { checkPublicUrl, isAllowedOrigin, isSameSite } from './origin.js';
import { createPasswords, readPasswordRequest } from './passwords.js';
import type { PhoneServer } from './phone-server.js';
import { readOptions } from './options-schema.js';
import { Problem, problemAnswer } from './problem.js';
import {
  readChallengeRequest,
  maxBodyBytes,
  readClient,
  readCode,
  readPersist,
  readResendRequest,
  readString,
  saysItIsShort,
} from './requests.js';
import { sayTotal } from './say-total.js';
import { createSessions } from './sessions.js';
import { createMemoryStore } from './stores/memory.js';
import { checkTestNumbers } from './test-numbers.js';
import { createTokens } from './tokens.js';
import { createTraced, traceStore } from './tracing.js';

const defaultSessionLifetime = 30 * 24 * 3600;

/** Throws a `TypeError` for options that cannot work. */
export function createPhoneServer(given: PhoneServerOptions): PhoneServer {
  const options = readOptions(given);
  const { nowMs = () => Date.now(), purposes = allPurposes, origins = [] } = options;
  const plan = createChannelPlan(options);
  const trace = createTraced(options.trace);
  const plainStore = options.store ?? createMemoryStore();
  const store = options.trace ? traceStore(plainStore, trace) : plainStore;
  const say = createLog(options);
  const basePath = (options.basePath ?? '/api/phone').replace(/\/+$/, '');
  const publicUrl = checkPublicUrl(options.publicUrl);
  const keys = createKeys(options.secret);
  const lifetimeSeconds = options.session?.lifetime ?? defaultSessionLifetime;
  const { signingKeys = [], issuer, audience, introspectionSecret } = options;
  const tokens = createTokens({ keys, signingKeys, issuer, audience, nowMs });
  const sessions = createSessions({
    keys,
    store,
    tokens,
    lifetimeSeconds,
    maxLifetimeSeconds: options.session?.maxLifetime,
    publicUrl,
    nowMs,
  });
  const limits = { ...defaultLimits, ...options.limits };
  const budget = options.budget ?? createSendBudget(limits, store, limitsOfChannels(options.channels));
  const conversions = createConversions(nowMs, spike => tellOfSpike(options, spike, say));
  const knownDevices = createKnownDevices({ keys, publicUrl, nowMs });
  const hooks = createHooks(options);
  const testNumbers = checkTestNumbers(options.testNumbers);
  const admission = createAdmission({ options, plan, hooks, testNumbers });
  const challenges = createChallenges({
    options,
    plan,
    hooks,
    admission,
    testNumbers,
    keys,
    store,
    budget,
    limits,
    conversions,
    trace,
    knownDevices,
    nowMs,
  });
  const metrics = createMetrics(conversions.lines);
  const { admit, decide, post } = createCalls({
    keys,
    store,
    nowMs,
    addressOf: createAddressReader(options, detail => say({ event: 'setup', outcome: 'warning', detail })),
    requestCounters: createRequestCounters(limits),
    metrics,
    say,
  });

  sayTotal(options, say);
  sayBrand(options, say);

  const app = new Hono<{ Bindings: Bindings }>().basePath(basePath);

  app.use(async (c, next) => {
    if (!isAllowedOrigin(c.req.raw, origins, publicUrl)) {
      const origin = c.req.header('origin') ?? 'another site';
      throw new Problem('origin_denied', { detail: `The server's "origins" do not name ${origin}.` });
    }
    await next();
  });
  if (origins.length > 0) {
    app.use(
      cors({
        origin: [...origins],
        allowMethods: ['GET', 'POST', 'DELETE'],
        allowHeaders: ['content-type', clientHeader, idempotencyHeader, 'authorization'],
        exposeHeaders: ['Retry-After', 'X-Request-Id'],
        credentials: true,
        maxAge: 600,
      }),
    );
  }
  const limitBody = bodyLimit({
    maxSize: maxBodyBytes,
    onError: () => {
      throw new Problem('malformed_request', { detail: `The body is longer than ${maxBodyBytes} bytes.` });
    },
  });
  // It asks for the body's stream, which need not be made for a request that says how short it is.
  app.use((c, next) => {
    if (saysItIsShort(c.req.raw.headers)) return next();
    c.req.raw = wholeRequest(c.req.raw);
    return limitBody(c, next);
  });

  app.get('/config', c => {
    const { captcha, countries } = options;
    const config: ConfigBody = {
      purposes,
      codeLength,
      firstFactors: options.verifyPassword ? ['code', 'password'] : ['code'],
      ...(captcha && { captcha: { provider: captcha.provider, siteKey: captcha.siteKey } }),
      ...(countries && { countries }),
      ...(String(plan.names) !== 'sms' && { channels: plan.names }),
    };
    return decide(c, 'config', {}, () => Promise.resolve(jsonAnswer(config)));
  });

  app.get('/health', c => decide(c, 'health', {}, () => Promise.resolve(jsonAnswer({ status: 'ok' }))));

  let isDraining = false;
  let checking: Promise<unknown> | undefined;
  app.get('/ready', c =>
    decide(c, 'ready', {}, async () => {
      if (isDraining) throw new Problem('server_error', { detail: 'This process is about to end.' });
      // Anyone may ask: of many at once the store hears once.
      checking ??= Promise.all([store.check(), tokens.publicKeys()]).finally(() => (checking = undefined));
      await checking;
      return jsonAnswer({ status: 'ok' });
    }),
  );

  app.post('/challenges', c =>
    post(c, 'create', (body, caller) => {
      const asked = readChallengeRequest(body, purposes, plan);
      sessions.checkKept(caller.request, asked.purpose);
      return challenges.create(asked, caller);
    }),
  );

  app.post('/challenges/:id/resend', c =>
    post(c, 'resend', (body, caller) =>
      challenges.resend(c.req.param('id'), readResendRequest(body, plan), caller),
    ),
  );

  app.post('/challenges/:id/verify', c =>
    post(c, 'verify', async (body, caller, requests) => {
      const [code, persist] = [readCode(body), readPersist(body)];
      const [id, guess] = [c.req.param('id'), { code, captcha: readString(body, 'captcha') }];
      const verified = await challenges.verify(id, guess, caller, requests);
      const answer = await sessions.conclude(caller, verified);
      if (persist && isSameSite(caller.request, publicUrl)) {
        answer.headers.push(await knownDevices.remember(caller.request, verified.phone));
      }
      return answer;
    }),
  );

  const passwords = createPasswords({ hooks, admission, keys, store, limits, sessions });
  if (options.verifyPassword && purposes.includes('sign-in')) {
    app.post('/password', c =>
      post(c, 'password', (body, caller) => {
        sessions.checkKept(caller.request, 'sign-in');
        return passwords.signIn(readPasswordRequest(body), caller);
      }),
    );
  }

  app.delete('/challenges/:id', c => {
    const note = noteOf(c);
    return decide(c, 'cancel', note, async () => {
      const request = c.req.raw;
      const caller = {
        request,
        client: readClient(request),
        address: undefined,
        note,
        hasDecided: false,
      };
      await challenges.cancel(c.req.param('id'), caller);
      return { status: 204, headers: [], body: '' };
    });
  });

  app.get('/session', c => decide(c, 'session', {}, () => sessions.describe(c.req.raw)));

  app.delete('/session', c => {
    const note = noteOf(c);
    return decide(c, 'sign-out', note, () => sessions.signOut(c.req.raw, note));
  });

  if (signingKeys.length > 0) {
    app.get('/jwks.json', c => decide(c, 'jwks', {}, async () => jsonAnswer(await tokens.publicKeys())));
  }

  const management = createManagement({ sessions, challenges, passwords, say });

  if (introspectionSecret !== undefined) {
    const forBackEnds = (path: 'introspect' | 'manage', answer: (request: Request) => Promise<Answer>) =>
      app.post(`/${path}`, c => {
        const note = noteOf(c);
        return decide(c, path, note, async () => {
          if (knowsSecret(c.req.raw, introspectionSecret)) return answer(c.req.raw);
          // Those who know it may ask as often as they like.
          await admit(c, note);
          note.outcome = 'unauthenticated';
          return unknownClient();
        });
      });
    forBackEnds('introspect', request => introspect(request, sessions));
    forBackEnds('manage', request => management.answer(request));
  }

  app.notFound(c =>
    decide(c, 'request', {}, () => {
      const detail = `There is no ${c.req.method} ${maskDigits(c.req.path)}; the contract is served below ${basePath}.`;
      return Promise.reject(new Problem('malformed_request', { detail, status: 404 }));
    }),
  );
  app.onError((error, c) => decide(c, 'request', {}, () => Promise.reject(error)));

  return {
    basePath,
    async fetch(request, peer) {
      const env: Bindings = { peer: peer?.address, body: '' };
      return withBody(request, await app.fetch(request, env), env.body);
    },
    verifySession: sessions.verifySession,
    verifyProof: sessions.verifyProof,
    signOut: async request => bareResponse(await sessions.signOut(request)),
    metrics: metrics.text,
    drain: () => void (isDraining = true),
    async renewSession(request) {
      const answer = await sessions.describe(request).catch((error: unknown) => {
        if (error instanceof Problem) return problemAnswer(error);
        throw error;
      });
      return new Response(answer.body, bareResponse(answer));
    },
    ...management.actions,
  };
}
