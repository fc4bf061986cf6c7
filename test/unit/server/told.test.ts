/** What is told to whoever watches, to the letter: metrics, masked numbers, a signed webhook; and what a listener hands in. */
import { createHmac } from 'node:crypto';
import { getCountries, getCountryCallingCode } from 'libphonenumber-js/max';
import { describe, expect, it } from 'vitest';
import type { E164 } from '../../../src/protocol.js';
import { callingCodeOf, describeError, maskDigits, maskPhone } from '../../../src/server/mask.js';
import { createMetrics } from '../../../src/server/metrics.js';
import { toNodeListener } from '../../../src/server/node.js';
import { createWebhook } from '../../../src/server/webhook.js';
import { readBody, type Listener } from '../../contract/loopback.js';
import { listen } from './helpers.js';

describe('metrics', () => {
  it('count decisions, refusals and how long each took', () => {
    const metrics = createMetrics(() => ['other 1']);
    for (const seconds of [0.001, 0.005, 0.006, 3, 11]) metrics.count('create', 'sent', seconds);
    metrics.count('create', 'rate_limited', 0.1, 'a "budget"');
    metrics.count('create', 'rate_limited', 0.1, 'a "budget"');
    const bounds = { 0.005: 2, 0.025: 3, 0.1: 5, 0.25: 5, 0.5: 5, 1: 5, 2.5: 5, 5: 6, 10: 6, '+Inf': 7 };
    const order = ['0.005', '0.025', '0.1', '0.25', '0.5', '1', '2.5', '5', '10', '+Inf'] as const;
    const bucket = (bound: (typeof order)[number]) =>
      `phone_sign_in_duration_seconds_bucket{event="create",le="${bound}"} ${bounds[bound]}`;
    expect(metrics.text().split('\n')).toEqual([
      '# HELP phone_sign_in_decisions_total Answered requests, by what was asked and what was decided.',
      '# TYPE phone_sign_in_decisions_total counter',
      'phone_sign_in_decisions_total{event="create",outcome="sent"} 5',
      'phone_sign_in_decisions_total{event="create",outcome="rate_limited"} 2',
      '# HELP phone_sign_in_limited_total Refused requests, by the budget that was spent.',
      '# TYPE phone_sign_in_limited_total counter',
      'phone_sign_in_limited_total{budget="a \\"budget\\""} 2',
      '# HELP phone_sign_in_duration_seconds How long an answer took.',
      '# TYPE phone_sign_in_duration_seconds histogram',
      ...order.map(bucket),
      expect.stringMatching(/^phone_sign_in_duration_seconds_sum\{event="create"\} 14\.2\d*$/),
      'phone_sign_in_duration_seconds_count{event="create"} 7',
      'other 1',
      '',
    ]);
  });
});

describe('a number that is shown', () => {
  it('begins with its calling code, of every country', () => {
    const wrong = getCountries().filter(country => {
      const code = `+${getCountryCallingCode(country)}`;
      return callingCodeOf(`${code}23456789` as E164) !== code;
    });
    expect(wrong).toEqual([]);
  });

  it.each([
    ['+447700900123', '+44 ••••••0123'],
    ['+29012345', '+290 •••45'],
    ['+4712345678', '+47 ••••5678'],
    ['+471234567', '+47 •••••67'],
  ])('%s is %s', (phone, masked) => {
    expect(maskPhone(phone as E164)).toBe(masked);
  });

  it('is not in what a provider says', () => {
    expect(maskDigits('To +44 (7700) 900-123: 12 of 345')).toBe('To +•••: 12 of •••');
    expect(maskDigits('x'.repeat(400))).toHaveLength(300);
    expect(describeError(new TypeError('to 447700900123'))).toBe('TypeError: to •••');
    expect(describeError('secret')).toBe('Thrown: string');
    expect(describeError(undefined)).toBe('Thrown: undefined');
  });
});

describe('a webhook', () => {
  const bytes = Buffer.alloc(24, 7);
  const secret = `whsec_${bytes.toString('base64')}`;
  const phone = '+447700900123' as E164;
  const asked = {
    phone,
    purpose: 'sign-in',
    challenge: 'c',
    request: new Request('https://a.example'),
    signal: new AbortController().signal,
  } as const;

  it('is signed by each secret, as standardwebhooks.com says', async () => {
    let body = '';
    const { origin: url, requests } = await listen((request, response) => {
      void readBody(request).then(text => {
        body = text;
        response.end('{"id":7}');
      });
    });
    const more = `whsec_${Buffer.alloc(64, 8).toString('base64')}`;
    expect(await createWebhook({ url, secret: [secret, more] })(asked)).toEqual({ id: 7 });
    const [{ headers, method } = {}] = requests;
    const [id, at] = [headers?.['webhook-id'], headers?.['webhook-timestamp']];
    expect([method, id, headers?.['content-type']]).toEqual(['POST', 'msg_c', 'application/json']);
    expect(Math.abs(Date.now() / 1000 - Number(at))).toBeLessThan(60);
    const { timestamp, ...told } = JSON.parse(body) as { timestamp: string };
    expect(told).toEqual({ type: 'phone.verified', data: { phone, purpose: 'sign-in', challenge: 'c' } });
    expect(Math.floor(Date.parse(timestamp) / 1000)).toBe(Number(at));
    const sign = (key: Buffer) =>
      `v1,${createHmac('sha256', key).update(`${id?.toString()}.${at?.toString()}.${body}`).digest('base64')}`;
    expect(headers?.['webhook-signature']).toBe(`${sign(bytes)} ${sign(Buffer.alloc(64, 8))}`);
  });

  it('without a body denies nothing, and lets in nobody who is redirected, refused or told nonsense', async () => {
    let answer: [status: number, body: string] = [204, ''];
    const { origin: url } = await listen((request, response) => {
      request.resume();
      response.writeHead(answer[0], { location: '/other' }).end(answer[1]);
    });
    const hook = createWebhook({ url, secret });
    expect(await hook(asked)).toBeUndefined();
    answer = [302, ''];
    await expect(hook(asked)).rejects.toThrow('The webhook answered 3xx');
    answer = [404, '{}'];
    await expect(hook(asked)).rejects.toThrow('The webhook answered 4xx');
    answer = [200, 'yes'];
    await expect(hook(asked)).rejects.toThrow(SyntaxError);
    await expect(hook({ ...asked, signal: AbortSignal.abort(new Error('late')) })).rejects.toThrow('late');
  });

  it.each([
    ['nothing', ''],
    ['bytes alone', bytes.toString('base64')],
    ['too few', `whsec_${Buffer.alloc(23).toString('base64')}`],
    ['too many', `whsec_${Buffer.alloc(65).toString('base64')}`],
    ['no base64', `whsec_${'*'.repeat(32)}`],
    ['base64 cut off', `${secret}A`],
    ['something before it', `x${secret}`],
  ])('has a secret that is none of these: %s', (_, secret) => {
    expect(() => createWebhook({ url: 'https://a.example', secret })).toThrow('openssl rand -base64 32');
  });
});

describe('a listener of Node', () => {
  const answering = (answer: () => Response) => ({
    basePath: '/api/phone',
    fetch: () => Promise.resolve().then(answer),
  });
  const ask = async (listener: Listener, path: string) => {
    const response = await fetch(`${(await listen(listener)).origin}${path}`);
    return [response.status, await response.text(), response.headers.getSetCookie()];
  };
  const two = () =>
    new Response('ours', {
      status: 202,
      headers: [
        ['set-cookie', 'a=1'],
        ['set-cookie', 'b=2'],
      ],
    });

  it.each([
    ['/api/phone', 202],
    ['/api/phone?a', 202],
    ['/api/phone/challenges', 202],
    ['/api/phone/challenges?a=/x#b', 202],
    ['/api/phones', 404],
    ['/x/api/phone/', 404],
    ['/', 404],
  ])('as a middleware answers what is below its path, and passes on the rest: %s', async (path, status) => {
    const listener = toNodeListener(answering(two));
    const [got] = await ask((request, response) => {
      listener(request, response, () => response.writeHead(404).end());
    }, path);
    expect(got).toBe(status);
  });

  it('by itself answers all, with every cookie', async () => {
    expect(await ask(toNodeListener(answering(two)), '/elsewhere')).toEqual([202, 'ours', ['a=1', 'b=2']]);
  });

  it('keeps what was set before it', async () => {
    const listener = toNodeListener(answering(two));
    const answer = await ask((request, response) => {
      response.setHeader('set-cookie', 'c=3');
      listener(request, response);
    }, '/');
    expect(answer).toEqual([202, 'ours', ['c=3', 'a=1', 'b=2']]);
  });

  it('says 503 where the server fails', async () => {
    const failing = () => {
      throw new Error('broken');
    };
    expect(await ask(toNodeListener(answering(failing)), '/')).toEqual([503, '', []]);
  });
});
