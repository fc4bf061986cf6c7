/** The real check of captcha tokens, against a server on loopback that answers as the providers document it. */
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { siteVerify, type SiteVerifyOptions } from '../../../src/server/index.js';
import { setUp } from './helpers.js';

let provider: Server;
let url: string;
/** What the provider answers, and what it was asked. */
let reply: { status?: number; body: unknown };
const asked: { type: string | undefined; form: Record<string, string> }[] = [];

beforeAll(async () => {
  provider = createServer((request, response) => {
    let text = '';
    request.on('data', chunk => (text += String(chunk)));
    request.on('end', () => {
      asked.push({
        type: request.headers['content-type'],
        form: Object.fromEntries(new URLSearchParams(text)),
      });
      response.writeHead(reply.status ?? 200, { 'content-type': 'application/json' });
      response.end(typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body));
    });
  });
  provider.listen(0, '127.0.0.1');
  await once(provider, 'listening');
  url = `http://127.0.0.1:${(provider.address() as AddressInfo).port}/siteverify`;
});

afterAll(() => {
  provider.close();
  provider.closeAllConnections();
});

const at = '2026-01-01T00:00:00Z';
const turnstile = {
  success: true,
  'error-codes': [],
  challenge_ts: at,
  hostname: 'shop.example',
  action: 'request-code',
  cdata: '',
};
const hcaptcha = { success: true, challenge_ts: at, hostname: 'shop.example', credit: true };
const recaptcha = {
  success: true,
  score: 0.9,
  action: 'request_code',
  challenge_ts: at,
  hostname: 'shop.example',
};
const refused = (...errors: string[]) => ({ success: false, 'error-codes': errors });

/** A whole request for a code, with this captcha before it. */
async function pass(options: Partial<SiteVerifyOptions>, body: unknown, status = 200) {
  reply = { status, body };
  const captcha = siteVerify({ provider: 'turnstile', siteKey: 'site', secret: 'kept', url, ...options });
  const { create, messages, log } = setUp({ captcha });
  const answer = await create({ body: { phone: '+447400123456', purpose: 'sign-in', captcha: 'token' } });
  expect(messages).toHaveLength(answer.status === 201 ? 1 : 0);
  return { outcome: answer.status === 201 ? 'sent' : answer.body.code, detail: log[0]?.detail };
}

describe('a token', () => {
  it.each<[string, Partial<SiteVerifyOptions>, unknown, string]>([
    ['passes at Turnstile', {}, turnstile, 'sent'],
    ['passes at hCaptcha', { provider: 'hcaptcha' }, hcaptcha, 'sent'],
    ['passes at reCAPTCHA v2, which gives no score', { provider: 'recaptcha' }, hcaptcha, 'sent'],
    ['passes at reCAPTCHA v3 with much trust', { provider: 'recaptcha' }, recaptcha, 'sent'],
    ['does not with little', { provider: 'recaptcha' }, { ...recaptcha, score: 0.1 }, 'captcha_failed'],
    [
      'does with as much as asked',
      { provider: 'recaptcha', minScore: 0.1 },
      { ...recaptcha, score: 0.1 },
      'sent',
    ],
    ['does not with less', { provider: 'recaptcha', minScore: 0.95 }, recaptcha, 'captcha_failed'],
    ['passes at hCaptcha without risk', { provider: 'hcaptcha' }, { ...hcaptcha, score: 0 }, 'sent'],
    ['does not with much risk', { provider: 'hcaptcha' }, { ...hcaptcha, score: 0.9 }, 'captcha_failed'],
    [
      'does with as much as allowed',
      { provider: 'hcaptcha', maxRisk: 0.9 },
      { ...hcaptcha, score: 0.9 },
      'sent',
    ],
    [
      'does not with more',
      { provider: 'hcaptcha', maxRisk: 0.1 },
      { ...hcaptcha, score: 0.2 },
      'captcha_failed',
    ],
    ['from a page of ours passes', { hostname: ['www.example', 'shop.example'] }, turnstile, 'sent'],
    ['from another page does not', { hostname: 'www.example' }, turnstile, 'captcha_failed'],
    [
      'from no page does not',
      { hostname: 'www.example' },
      { ...turnstile, hostname: undefined },
      'captcha_failed',
    ],
    ['for this action passes', { action: 'request-code' }, turnstile, 'sent'],
    [
      'for another does not',
      { action: 'request-code' },
      { ...turnstile, action: 'log-in' },
      'captcha_failed',
    ],
    ['for none does not', { action: 'request-code' }, { ...turnstile, action: undefined }, 'captcha_failed'],
    ['used twice does not', {}, refused('timeout-or-duplicate'), 'captcha_failed'],
    ['made up does not', {}, refused('invalid-input-response'), 'captcha_failed'],
    ['used twice at hCaptcha does not', {}, refused('already-seen-response'), 'captcha_failed'],
    ['that just failed does not', {}, { success: false }, 'captcha_failed'],
  ])('%s', async (_what, options, body, outcome) => {
    expect((await pass(options, body)).outcome).toBe(outcome);
  });
});

describe('a provider', () => {
  it.each<[string, Partial<SiteVerifyOptions>, unknown, number, RegExp]>([
    ['that does not know our secret', {}, refused('invalid-input-secret'), 200, /invalid-input-secret/],
    ['that has another key for it', {}, refused('sitekey-secret-mismatch'), 200, /mismatch/],
    ['that says success as text', {}, { ...turnstile, success: 'true' }, 200, /provider answered/],
    ['that says nothing of success', {}, {}, 200, /provider answered/],
    ['that says null', {}, null, 200, /provider answered/],
    ['that says no JSON', {}, '<html>', 200, /JSON/],
    ['that is out of order', {}, turnstile, 500, /provider answered •••/],
    ['without the score asked for', { provider: 'recaptcha', minScore: 0.5 }, hcaptcha, 200, /no score/],
    ['without the risk asked for', { provider: 'hcaptcha', maxRisk: 0.5 }, hcaptcha, 200, /no score/],
  ])('%s lets nobody through, and the log says why', async (_what, options, body, status, why) => {
    const { outcome, detail } = await pass(options, body, status);
    expect(outcome).toBe('server_error');
    expect(detail).toMatch(why);
  });

  it('is told the secret and the token as a form, and hCaptcha which key it is', async () => {
    asked.length = 0;
    await pass({}, turnstile);
    await pass({ provider: 'hcaptcha' }, hcaptcha);
    expect(asked.map(({ form }) => form)).toEqual([
      { secret: 'kept', response: 'token' },
      { secret: 'kept', response: 'token', sitekey: 'site' },
    ]);
    expect(asked[0]?.type).toMatch(/^application\/x-www-form-urlencoded/);
  });
});
