/** What is read of a request, to the letter, and what a problem says. */
import { describe, expect, it } from 'vitest';
import { problemStatuses, purposes, type ProblemCode } from '../../../src/protocol.js';
import { lastAddress } from '../../../src/server/addresses.js';
import { Problem, problemAnswer } from '../../../src/server/problem.js';
import {
  maxBodyBytes,
  readBody,
  readChallengeRequest,
  readClient,
  readCode,
  readPersist,
  readResendRequest,
  readString,
  saysItIsShort,
} from '../../../src/server/requests.js';

const client = 'A_-bcdefghijklmnopqrs9';
const plan = { read: (channel: unknown) => channel as 'voice' | undefined };
const problemOf = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (error) {
    return error instanceof Problem ? [error.code, error.details.detail] : error;
  }
};

describe('the client', () => {
  const read = (value: string | undefined) =>
    problemOf(() =>
      readClient(new Request('https://a.example', { headers: value ? { 'phone-client': value } : {} })),
    );

  it('is 22 characters of base64url', () => {
    expect(read(client)).toBe(client);
  });

  it.each([undefined, client.slice(1), `${client}A`, `A${client}`, `${client.slice(1)}+`])(
    'is not %j',
    value => {
      expect(read(value)).toEqual(['malformed_request', expect.stringContaining('22 characters')]);
    },
  );
});

describe('a body', () => {
  const read = (type: string | undefined, body: string) =>
    readBody(
      new Request('https://a.example', {
        method: 'POST',
        body,
        headers: type ? { 'content-type': type } : {},
      }),
    ).catch((error: unknown) => (error as Problem).details.detail);

  it.each([
    'application/json',
    'Application/JSON',
    'application/json; charset=utf-8',
    'application/json ;charset=utf-8',
  ])('of the type %s is read', async type => {
    expect(await read(type, '{"a":1}')).toEqual({ a: 1 });
  });

  it.each([undefined, 'text/json', 'x-application/json', 'application/jsonl', 'application/json x'])(
    'of the type %s is not',
    async type => {
      expect(await read(type, '{"a":1}')).toBe('Content-Type must be application/json.');
    },
  );

  it.each(['', '{', '[]', 'null', '1', '"a"'])('is an object, and not %j', async body => {
    expect(await read('application/json', body)).toBe('The body must be a JSON object.');
  });

  it.each([
    [{ 'content-length': String(maxBodyBytes) }, true],
    [{ 'content-length': String(maxBodyBytes + 1) }, false],
    [{ 'content-length': '1', 'transfer-encoding': 'chunked' }, false],
    [{ 'content-length': 'long' }, false],
    [{}, false],
  ])('with %j says that it is short: %s', (headers, isShort) => {
    expect(saysItIsShort(new Headers(headers as Record<string, string>))).toBe(isShort);
  });
});

describe('a member of a body', () => {
  it('is a text or is not there', () => {
    expect(readString({ a: '' }, 'a')).toBe('');
    expect(readString({}, 'a')).toBeUndefined();
    expect(problemOf(() => readString({ a: null }, 'a'))).toEqual([
      'malformed_request',
      '"a" must be a string.',
    ]);
  });

  it('that is not there is none of what is read', () => {
    const { purpose } = { purpose: 'sign-in' } as const;
    expect(readChallengeRequest({ purpose }, purposes, plan)).toStrictEqual({ purpose });
    const whole = { purpose, phone: '+447700900123', locale: 'en', captcha: 'a', channel: 'voice' };
    expect(readChallengeRequest({ ...whole, more: 1 }, purposes, plan)).toStrictEqual(whole);
    expect(readResendRequest({}, plan)).toStrictEqual({});
    expect(readResendRequest({ captcha: 'a', channel: 'voice', phone: 'b' }, plan)).toStrictEqual({
      captcha: 'a',
      channel: 'voice',
    });
  });

  it('is a purpose that is served, and a number in E.164', () => {
    const read = (body: Record<string, unknown>) =>
      problemOf(() => readChallengeRequest(body, ['sign-in', 'register'], plan));
    const malformed = ['malformed_request', '"purpose" must be one of: sign-in, register.'];
    expect(read({ purpose: 'mfa-verification' })).toEqual(malformed);
    expect(read({ purpose: 'nothing' })).toEqual(malformed);
    expect(read({ purpose: 'sign-in', phone: '07700 900123' })).toEqual(['invalid_phone', undefined]);
  });

  it('says whether the page keeps anything', () => {
    expect(readPersist({})).toBe(true);
    expect(readPersist({ persist: true })).toBe(true);
    expect(readPersist({ persist: false })).toBe(false);
    expect(problemOf(() => readPersist({ persist: 'no' }))).toEqual([
      'malformed_request',
      '"persist" must be true or false.',
    ]);
  });

  it('is a code of six digits', () => {
    expect(readCode({ code: '012345' })).toBe('012345');
    for (const code of [undefined, '', '12345', '1234567', 'a12345', '12345a', ' 12345', '１２３４５６'])
      expect(problemOf(() => readCode({ code }))).toEqual([
        'malformed_request',
        '"code" must be a string of 6 digits.',
      ]);
  });
});

describe('a problem', () => {
  it.each(Object.keys(problemStatuses) as ProblemCode[])('%s has a title of its own', code => {
    const { status, headers, body } = problemAnswer(new Problem(code));
    const { title, ...rest } = JSON.parse(body) as { title: string };
    expect(rest).toStrictEqual({ type: 'about:blank', status: problemStatuses[code], code });
    expect(title).toMatch(/^[A-Z][a-z ]{10,}/);
    expect(title).not.toBe('There is nothing here');
    expect(status).toBe(problemStatuses[code]);
    expect(headers).toEqual([['content-type', 'application/problem+json']]);
  });

  it('says what was given with it, and waits in whole seconds', () => {
    const problem = new Problem('rate_limited', { detail: 'Too many.', attemptsLeft: 2, retryAfterMs: 1001 });
    const { headers, body } = problemAnswer(problem);
    expect(JSON.parse(body)).toMatchObject({ detail: 'Too many.', attemptsLeft: 2, retryAfter: 2 });
    expect(headers).toContainEqual(['retry-after', '2']);
    const at = (retryAfterMs: number) => problemAnswer(new Problem('rate_limited', { retryAfterMs })).headers;
    expect(at(0)).toContainEqual(['retry-after', '1']);
    expect(problem.message).toBe('Too many.');
    expect(problem.name).toBe('Problem');
    expect(new Problem('rate_limited').message).toBe('rate_limited');
    const cause = new Error('why');
    expect(new Problem('server_error', { cause }).cause).toBe(cause);
  });

  it('of a path that does not exist says that, whatever its code', () => {
    const { body } = problemAnswer(new Problem('malformed_request', { status: 404 }));
    expect(JSON.parse(body)).toMatchObject({ status: 404, title: 'There is nothing here' });
  });
});

it.each([
  [null, undefined],
  ['', undefined],
  ['192.0.2.1', '192.0.2.1'],
  ['192.0.2.1, 192.0.2.2', '192.0.2.2'],
  ['192.0.2.1, ', undefined],
])('of the forwarded %j the last address is %j', (header, expected) => {
  expect(lastAddress(header)).toBe(expected);
});
