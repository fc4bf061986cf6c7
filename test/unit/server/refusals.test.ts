/** What is thrown for a provider's failure: a message that has certainly not gone out may be sent again, any other may not. */
import { describe, expect, it } from 'vitest';
import { post } from '../../../src/server/connectors/post.js';
import { failureOf, refusalIn, saysNotSent, type Attempt } from '../../../src/server/connectors/refusals.js';
import { SendRefused } from '../../../src/server/deliver.js';
import { readBody } from '../../contract/loopback.js';
import { listen } from './helpers.js';

/** As a connector's package throws it. */
const thrown = (code: string, data?: unknown) => Object.assign(new Error('said in brief'), { code, data });
const attempt = (of: Partial<Attempt> = {}): Attempt => ({
  name: 'twilio',
  status: undefined,
  text: undefined,
  ...of,
});

describe('a status', () => {
  it.each([
    [200, false],
    [302, false],
    [399, false],
    [400, true],
    [407, true],
    [408, false],
    [409, true],
    [429, true],
    [499, true],
    [500, false],
    [502, false],
    [503, true],
    [504, false],
  ])('%i says that nothing was sent: %s', (status, expected) => {
    expect(saysNotSent(status)).toBe(expected);
  });
});

describe('an error of a package', () => {
  it.each([
    ['a refusal with a status', thrown('general', 'no'), { status: 400 }],
    ['a refusal in a success', thrown('general', 'no'), { status: 200 }],
    ['a refusal before a request', thrown('invalid_config', 'no'), {}],
    ['a provider that is not there', thrown('general', 'connect ECONNREFUSED 127.0.0.1:1'), {}],
    ['no such host', Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' }), {}],
    ['a certificate of another host', new Error('ERR_TLS_CERT_ALTNAME_INVALID: no'), {}],
    ['a one-part message of Vonage', thrown('general', 'Some SMS messages failed'), oneOf('vonage', 'a')],
    [
      'a long one of another provider',
      thrown('general', 'Some SMS messages failed'),
      oneOf('aliyun', long()),
    ],
    ['a long one of Vonage, refused otherwise', thrown('general', 'no'), oneOf('vonage', long())],
    ['a status below 300', thrown('general', 'no'), { status: 299 }],
  ])('is a refusal: %s', (_, error, of) => {
    const failure = failureOf(error, attempt(of));
    expect(failure).toBeInstanceOf(SendRefused);
    expect(failure).toMatchObject({ cause: error });
    expect(failure).not.toHaveProperty('retryAfterMs', 60_000);
  });

  it.each([
    ['a redirect', thrown('general', 'no'), { status: 300 }],
    ['a server that broke', thrown('general', 'no'), { status: 500 }],
    ['an answer in no language of the provider', thrown('invalid_response', 'no'), { status: 400 }],
    ['a connection that broke', thrown('general', 'socket hang up'), {}],
    ['a wait without an end', thrown('general', 'The operation timed out'), {}],
    ['several parts of Vonage', thrown('general', 'Some SMS messages failed'), oneOf('vonage', long())],
    ['a template of Vonage', thrown('general', 'Some SMS messages failed'), { name: 'vonage', status: 200 }],
  ])('is none: %s', (_, error, of) => {
    const failure = failureOf(error, attempt(of as Partial<Attempt>));
    expect(failure).not.toBeInstanceOf(SendRefused);
    expect(failure).toMatchObject({ message: `${error.code}: ${String(error.data)}`, cause: error });
  });

  it('a connection that broke is one where the provider has answered', () => {
    expect(failureOf(thrown('general', 'timeout'), attempt({ status: 400 }))).toBeInstanceOf(SendRefused);
  });

  it('a name that was not found is no refusal where the provider has answered', () => {
    const error = Object.assign(new Error('no'), { code: 'ENOTFOUND' });
    expect(failureOf(error, attempt({ status: 200 }))).toBe(error);
  });

  it.each([
    ['a plain error', new Error('no')],
    ['no error', 'no'],
    ['nothing', undefined],
    ['an object with their members', { code: 'general', data: 'no' }],
    ['an error of Node', Object.assign(new Error('no'), { code: 'EPIPE' })],
    ['an error with data alone', Object.assign(new Error('no'), { data: 'no' })],
    ['an error with a number', Object.assign(new Error('no'), { code: 23 })],
  ])('is left as it is: %s', (_, error) => {
    expect(failureOf(error, attempt({ status: 400 }))).toBe(error);
  });

  it('is told in its own words', () => {
    const wordsOf = (error: unknown, of: Partial<Attempt> = { status: 400 }) =>
      (failureOf(error, attempt(of)) as Error).message;
    expect(wordsOf(thrown('general', 'out of credit'))).toBe('general: out of credit');
    expect(wordsOf(thrown('general', { message: 'out of credit' }))).toBe('general: out of credit');
    expect(wordsOf(thrown('general', { status: 7 }))).toBe('general: {"status":7}');
    expect(wordsOf(thrown('general', { message: { status: 7 } }))).toBe('general: {"status":7}');
    expect(wordsOf(thrown('general'))).toBe('general: undefined');
    const unknown = Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' });
    expect(wordsOf(unknown, {})).toBe('ENOTFOUND: getaddrinfo');
    const numbered = Object.assign(new Error('connect ECONNREFUSED'), { code: 23 });
    expect(wordsOf(numbered, {})).toBe('connect ECONNREFUSED');
    expect(wordsOf('EHOSTUNREACH', {})).toBe('EHOSTUNREACH');
  });

  it('is told as a limit where it is one', () => {
    const limited = failureOf(thrown('rate_limit_exceeded', 'wait'), attempt({ status: 200 }));
    expect(limited).toMatchObject({ retryAfterMs: 60_000 });
    expect(limited).toBeInstanceOf(SendRefused);
    const coded = Object.assign(new Error('ECONNREFUSED'), { code: 'rate_limit_exceeded' });
    expect(failureOf(coded, attempt())).not.toHaveProperty('retryAfterMs', 60_000);
  });
});

describe('a success of SMS Aero', () => {
  it.each([
    ['as text', { body: '{"success":false,"message":"no"}' }],
    ['read already', { body: { success: false, message: 'no' } }],
  ])('that refuses, %s', (_, answer) => {
    const refusal = refusalIn('smsaero', answer);
    expect(refusal).toBeInstanceOf(SendRefused);
    expect(refusal?.message).toBe('{"success":false,"message":"no"}');
    expect(refusalIn('twilio', answer)).toBeUndefined();
  });

  it.each([
    [{ body: '{"success":true}' }],
    [{ body: 'no JSON' }],
    [{ body: 'null' }],
    [{ body: '{"message":"no"}' }],
    [{}],
    [undefined],
    [null],
  ])('that does not: %j', answer => {
    expect(refusalIn('smsaero', answer)).toBeUndefined();
  });
});

describe('a request of our own', () => {
  const failure = (url: string, meaning?: (said: unknown) => { retryAfterMs?: number }) =>
    post(
      { url, headers: { 'content-type': 'text/plain' }, body: 'a', ...(meaning && { meaning }) },
      new AbortController().signal,
    ).then(
      () => undefined,
      (error: unknown) => error as Error,
    );

  it('carries what it was told, and is done when the provider has taken it', async () => {
    const seen: unknown[] = [];
    const { origin: url } = await listen((request, response) => {
      void readBody(request).then(body => {
        seen.push(request.method, request.headers['content-type'], body);
        response.writeHead(201).end('{}');
      });
    });
    expect(await failure(url)).toBeUndefined();
    expect(seen).toEqual(['POST', 'text/plain', 'a']);
  });

  it('is a refusal by what the answer means', async () => {
    const { origin: url } = await listen((_, response) => response.writeHead(429).end('{"wait":7}'));
    const meant: unknown[] = [];
    const refusal = await failure(url, said => {
      meant.push(said);
      return { retryAfterMs: 7_000 };
    });
    expect(refusal).toBeInstanceOf(SendRefused);
    expect(refusal).toMatchObject({ message: '429: {"wait":7}', retryAfterMs: 7_000 });
    expect(meant).toEqual([{ wait: 7 }]);
  });

  it('is a refusal whose words are no JSON, and has a thousand of their letters', async () => {
    const { origin: url } = await listen((_, response) => response.writeHead(400).end('x'.repeat(1_500)));
    const meant: unknown[] = [];
    const refusal = await failure(url, said => {
      meant.push(said);
      return {};
    });
    expect(refusal).toBeInstanceOf(SendRefused);
    expect(refusal?.message).toBe(`400: ${'x'.repeat(1_000)}`);
    expect(meant).toEqual([undefined]);
  });

  it.each([[500], [302]])('has no known end after a %i', async status => {
    const { origin: url } = await listen((_, response) =>
      response.writeHead(status, { location: '/b' }).end('no'),
    );
    const error = await failure(url);
    expect(error).not.toBeInstanceOf(SendRefused);
    expect(error?.message).toBe(`${status}: no`);
  });

  it('has no known end where the connection broke', async () => {
    const error = await failure((await listen(({ socket }) => socket.destroy())).origin);
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(SendRefused);
  });

  it.each([['127.0.0.1'], ['localhost']])('never left where nobody listens at %s', async host => {
    const provider = await listen(() => undefined);
    await provider.close();
    const { port } = new URL(provider.origin);
    const refusal = await failure(`http://${host}:${port}/`);
    expect(refusal).toBeInstanceOf(SendRefused);
    expect(refusal?.message).toContain('fetch failed: ECONNREFUSED');
    expect(refusal?.cause).toBeInstanceOf(TypeError);
  });

  it('is given up with its signal', async () => {
    const { origin: url } = await listen(() => undefined);
    const given = new AbortController();
    const request = post({ url, headers: {}, body: '' }, given.signal);
    given.abort(new Error('enough'));
    await expect(request).rejects.toThrow('enough');
  });
});

function oneOf(name: Attempt['name'], text: string): Partial<Attempt> {
  return { name, text, status: 200 };
}

function long(): string {
  return 'x'.repeat(161);
}
