/** The server's real answers against docs/openapi.json: each status, code, header and body that it gives is described. */
import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { afterAll, describe, expect, it } from 'vitest';
import { channels } from '../../src/channels.js';
import { problemStatuses, purposes, type E164 } from '../../src/protocol.js';
import { createMemoryStore, SendRefused, type DenyCode } from '../../src/server/index.js';
import { phone, setUp, type Answer, type CallInit } from '../unit/server/helpers.js';

interface Operation {
  operationId: string;
  parameters?: { name: string; in: string; required: boolean; schema: object }[];
  requestBody?: { content: Record<string, { schema: object }> };
  responses: Record<string, { headers?: object; content?: Record<string, { schema: object }> }>;
}

const text = readFileSync(new URL('../../docs/openapi.json', import.meta.url), 'utf8');
// Of the parts of a document a schema may name others; a validator of schemas finds them among the definitions.
const document = JSON.parse(text.replaceAll('#/components/schemas/', '#/definitions/')) as {
  paths: Record<string, Record<string, Operation>>;
  components: {
    schemas: Record<string, { enum?: string[]; properties?: Record<string, { enum?: string[] }> }>;
  };
};
const { schemas } = document.components;
const ajv = new Ajv({ allErrors: true });

function check(schema: object, value: unknown): void {
  const validate = ajv.compile({ ...schema, definitions: schemas });
  expect(validate(value) ? [] : validate.errors).toEqual([]);
}

function findOperation(method: string, path: string): Operation | undefined {
  const found = Object.keys(document.paths).find(pattern =>
    new RegExp(`^${pattern.replace('{id}', '[^/]+')}$`).test(path),
  );
  return document.paths[found ?? '']?.[method.toLowerCase()];
}

/** Every `operationId status code` that was seen. */
const seen = new Set<string>();

function checkAnswer(method: string, path: string, init: CallInit, answer: Answer): void {
  const operation = findOperation(method, path);
  expect(operation, `${method} ${path}`).toBeDefined();
  const response = operation?.responses[String(answer.status)];
  expect(response, `${operation?.operationId} ${answer.status} ${answer.body.code}`).toBeDefined();
  const type = answer.headers.get('content-type');
  if (response?.content) {
    const content = response.content[type ?? ''];
    expect(content, `${operation?.operationId} ${answer.status} as ${type}`).toBeDefined();
    check(content?.schema ?? {}, answer.body);
  } else {
    expect(type).toBeNull();
  }
  expect(answer.headers.has('retry-after')).toBe(answer.body.retryAfter !== undefined);
  if (answer.status < 300 && operation?.requestBody) {
    check(operation.requestBody.content['application/json']?.schema ?? {}, init.body);
  }
  seen.add([operation?.operationId, answer.status, answer.body.code].filter(Boolean).join(' '));
}

/** As the unit tests' own, but every answer is checked. */
function setUpChecked(options: Parameters<typeof setUp>[0] = {}) {
  const test = setUp(options);
  const call = async (method: string, path: string, init: CallInit = {}) => {
    const answer = await test.call(method, path, init);
    checkAnswer(method, path, init, answer);
    return answer;
  };
  const create = (init: CallInit = {}) =>
    call('POST', '/challenges', { body: { phone, purpose: 'sign-in' }, ...init });
  const resend = (id: string | undefined, init: CallInit = {}) =>
    call('POST', `/challenges/${id}/resend`, { body: {}, ...init });
  const verify = (id: string | undefined, code: string, init: CallInit = {}) =>
    call('POST', `/challenges/${id}/verify`, { body: { code }, ...init });
  return { ...test, call, create, resend, verify };
}

describe('the OpenAPI document', () => {
  it('names the codes and purposes of the contract', () => {
    expect(schemas.Problem?.properties?.code?.enum).toEqual(Object.keys(problemStatuses));
    expect(schemas.Purpose?.enum).toEqual(purposes);
    expect(schemas.Channel?.enum).toEqual(channels);
  });

  it('describes each code with its own status', () => {
    for (const operations of Object.values(document.paths)) {
      for (const { responses } of Object.values(operations)) {
        for (const [status, { content }] of Object.entries(responses)) {
          const codes = /"enum":(\["[^\]]+\])/.exec(
            JSON.stringify(content?.['application/problem+json']) ?? '',
          );
          for (const code of JSON.parse(codes?.[1] ?? '[]') as (keyof typeof problemStatuses)[]) {
            expect([code, String(problemStatuses[code])]).toEqual([code, status]);
          }
        }
      }
    }
  });

  it('describes a device that is known, and the captcha that others are asked for', async () => {
    const { create, call, code, wrong } = setUpChecked({
      captcha: { provider: 'p', siteKey: 's', verify: token => Promise.resolve(token === 'good') },
      limits: { failures: { count: 1, seconds: 60 } },
    });
    const asked = { phone, purpose: 'sign-in', captcha: 'good' };
    const verify = (id: string | undefined, body: object) =>
      call('POST', `/challenges/${id}/verify`, { body });
    const { id } = (await create({ body: asked })).body;
    await verify(id, { code: wrong() });
    await verify(id, { code: code() });
    await verify(id, { code: code(), captcha: 'bad' });
    const { headers } = await verify(id, { code: code(), captcha: 'good', persist: true });
    const cookie = headers.getSetCookie()[1]?.split(';')[0] ?? '';
    expect((await create({ body: asked, headers: { cookie } })).body.id).toMatch(/known/);
  });

  it('describes a sign-in with all that can go wrong in it', async () => {
    const { call, create, resend, verify, clock, code, wrong } = setUpChecked({
      countries: ['GB'],
      captcha: { provider: 'p', siteKey: 's', verify: token => Promise.resolve(token === 'good') },
      purposes: ['sign-in', 'generic'],
    });
    const body = { phone, purpose: 'sign-in', locale: 'en', captcha: 'good' };
    await call('GET', '/config');
    await call('GET', '/health');
    await call('GET', '/ready');
    await create();
    await create({ body: { ...body, captcha: 'bad' } });
    await create({ body: { ...body, phone: '+12025550123' } });
    await create({ body: { ...body, phone: '12' } });
    await create({ body: { ...body, purpose: 'register' } });
    await create({ body, headers: { origin: 'https://foe.example' } });
    const { id } = (await create({ body, key: 'one' })).body;
    await create({ body, key: 'one' });
    await create({ body: { ...body, purpose: 'generic' }, key: 'one' });
    await create({ body: { ...body, purpose: 'generic' } });
    await resend(id, { body: { captcha: 'good' } });
    await resend(id);
    await resend(id, { body: { captcha: 'bad' } });
    await resend(id, { body: { captcha: 5 } });
    await resend(id, { body: { captcha: 'good' }, headers: { origin: 'https://foe.example' } });
    await resend('unknown', { body: { captcha: 'good' } });
    await verify(id, wrong());
    await verify(id, 'abc');
    await verify('unknown', '123456');
    await verify(id, wrong(), { key: 'two' });
    await verify(id, '123123', { key: 'two' });
    await verify(id, wrong(), { headers: { origin: 'https://foe.example' } });
    clock.nowMs += 60_000;
    await resend(id, { body: { captcha: 'good' }, key: 'three' });
    await resend(id, { body: { captcha: 'good' } });
    clock.nowMs += 600_000;
    await verify(id, code());
    await resend(id, { body: { captcha: 'good' } });
    await resend('other', { body: { captcha: 'good' }, key: 'three' });
    for (let i = 0; i < 4; i++) await verify(id, wrong());
    await create({ body });
    clock.nowMs += 600_000;
    await resend(id, { body: { captcha: 'good' } });
    await call('DELETE', `/challenges/${id}`);
    await call('DELETE', `/challenges/${id}`, { client: null });
    await call('DELETE', `/challenges/${id}`, { headers: { origin: 'https://foe.example' } });
  });

  it('describes channels', async () => {
    const send = () => Promise.resolve();
    const { call, create, resend, clock } = setUpChecked({
      channels: { whatsapp: { send }, sms: { send }, voice: { send, cooldown: 20 } },
    });
    expect((await call('GET', '/config')).body).toMatchObject({ channels: ['whatsapp', 'sms', 'voice'] });
    const created = await create({ body: { phone, purpose: 'sign-in', channel: 'whatsapp' } });
    expect(created.body).toMatchObject({ channel: 'whatsapp', changeIn: { voice: 20 } });
    clock.nowMs += 20_000;
    const called = await resend(created.body.id, { body: { channel: 'voice' } });
    expect(called.body).toMatchObject({ channel: 'voice', channels: ['whatsapp', 'sms', 'voice'] });
    await create({ body: { phone, purpose: 'sign-in', channel: 'pigeon' } });
    await resend(created.body.id, { body: { channel: 'pigeon' } });
  });

  it('describes sessions and proofs', async () => {
    const { call, create, verify, code } = setUpChecked({ resolvePhone: () => phone as E164 });
    const { id } = (await create({ body: { purpose: 'mfa-verification' } })).body;
    await verify(id, code());
    const cookie = (await verify((await create()).body.id, code())).headers.get('set-cookie') ?? '';
    const headers = { cookie: cookie.split(';')[0] ?? '' };
    await call('GET', '/session', { headers });
    await call('DELETE', '/session', { headers });
    await call('GET', '/session', { headers });
    for (const [method, path] of [
      ['GET', '/session'],
      ['DELETE', '/session'],
      ['GET', '/config'],
      ['GET', '/health'],
      ['GET', '/ready'],
    ] as const) {
      await call(method, path, { headers: { origin: 'https://foe.example' } });
    }
  });

  it('describes what back ends are told', async () => {
    const introspectionSecret = 'b4ckEndsKnowThis:0f32RandomCharacters';
    const store = { ...createMemoryStore(), revokedAt: () => Promise.reject(new Error('down')) };
    const options = {
      introspectionSecret,
      origins: ['https://friend.example'],
      limits: { requests: { count: 5, seconds: 60 } },
    };
    const introspect = (test: ReturnType<typeof setUpChecked>, body: string, said = introspectionSecret) =>
      test.call('POST', '/introspect', {
        body,
        headers: { 'content-type': 'application/x-www-form-urlencoded', authorization: `Bearer ${said}` },
        peer: { address: '192.0.2.1' },
      });
    const down = setUpChecked({ ...options, store });
    for (const test of [setUpChecked(options), down]) {
      const headers = { origin: 'https://friend.example', 'sec-fetch-site': 'cross-site' };
      const { id } = (await test.create({ headers })).body;
      const { token } = (await test.verify(id, test.code(), { headers })).body;
      await introspect(test, `token=${token}`);
    }
    await introspect(down, 'token=rubbish');
    await introspect(down, '');
    for (let i = 0; i < 6; i++) await introspect(down, 'token=rubbish', 'wrong');
    const foe = { headers: { origin: 'https://foe.example' } };
    await down.call('POST', '/introspect', { body: {}, ...foe });

    const manage = (
      test: ReturnType<typeof setUpChecked>,
      said = introspectionSecret,
      phone = '%2B447700900123',
    ) =>
      test.call('POST', '/manage', {
        body: `action=sign-out-all&phone=${phone}`,
        headers: { 'content-type': 'application/x-www-form-urlencoded', authorization: `Bearer ${said}` },
        peer: { address: '192.0.2.2' },
      });
    const full = { ...createMemoryStore(), revoke: () => Promise.reject(new Error('full')) };
    await manage(setUpChecked({ ...options, store: full }));
    const managed = setUpChecked(options);
    await manage(managed);
    await manage(managed, introspectionSecret, 'x');
    for (let i = 0; i < 6; i++) await manage(managed, 'wrong');
    await managed.call('POST', '/manage', { body: {}, ...foe });

    const keyOf = (namedCurve: string) => {
      const privateKeyEncoding = { type: 'pkcs8', format: 'pem' } as const;
      const publicKeyEncoding = { type: 'spki', format: 'pem' } as const;
      return generateKeyPairSync('ec', { namedCurve, privateKeyEncoding, publicKeyEncoding }).privateKey;
    };
    const keys = setUpChecked({ signingKeys: [keyOf('P-256')] });
    await keys.call('GET', '/jwks.json');
    await keys.call('GET', '/jwks.json', foe);
    await setUpChecked({ signingKeys: [keyOf('P-384')] }).call('GET', '/jwks.json');
  });

  it.each<DenyCode>(['account_not_found', 'account_exists', 'account_blocked', 'signup_disabled'])(
    'describes %s',
    async deny => {
      const { create, verify, code } = setUpChecked({ onVerified: () => ({ deny }) });
      await verify((await create()).body.id, code());
    },
  );

  it('describes a password with all that can go wrong in it', async () => {
    const denials: DenyCode[] = ['account_not_found', 'account_exists', 'account_blocked', 'signup_disabled'];
    const { call } = setUpChecked({
      captcha: { provider: 'p', siteKey: 's', verify: token => Promise.resolve(token === 'good') },
      limits: {
        passwordsPerPhone: { count: 1, seconds: 60 },
        passwords: { count: 2, seconds: 60 },
      },
      verifyPassword: ({ password }) => {
        if (password === 'down') throw new Error('down');
        return denials.includes(password as DenyCode) ? { deny: password as DenyCode } : password === 'right';
      },
    });
    const body = { phone, password: 'right', captcha: 'good' };
    const signIn = (changes: object = {}, init: CallInit = {}) =>
      call('POST', '/password', { body: { ...body, ...changes }, ...init });
    await call('GET', '/config');
    for (const password of ['right', 'down', '', ...denials]) await signIn({ password });
    await signIn({ phone: '12' });
    await signIn({ captcha: 'bad' });
    await signIn({ captcha: undefined });
    await signIn({}, { headers: { origin: 'https://foe.example' } });
    await signIn({ password: 'wrong' });
    await signIn();
    await signIn({ password: 'wrong', phone: '+447700900124' });
    await signIn({ phone: '+447700900125' });
  });

  it('describes what fails', async () => {
    let isDown = false;
    const nobody = setUpChecked({ resolvePhone: () => undefined });
    await nobody.create({ body: { purpose: 'generic' } });
    const refused = setUpChecked({ send: () => Promise.reject(new SendRefused('no')) });
    await refused.create();
    let sends = 0;
    const { create, resend, clock } = setUpChecked({
      send: () => (++sends > 1 ? Promise.reject(new SendRefused('no')) : Promise.resolve()),
    });
    const { id } = (await create()).body;
    clock.nowMs += 60_000;
    await resend(id);

    const store = new Proxy(createMemoryStore(), {
      get: (target, name) =>
        isDown ? () => Promise.reject(new Error('down')) : (Reflect.get(target, name) as unknown),
    });
    const down = setUpChecked({ store });
    const challenge = (await down.create()).body.id;
    const cookie = (await down.verify(challenge, down.code())).headers.get('set-cookie') ?? '';
    const headers = { cookie: cookie.split(';')[0] ?? '' };
    const { id: second } = (await down.create()).body;
    isDown = true;
    await down.create();
    await down.resend(second);
    await down.verify(second, '123456');
    await down.call('DELETE', `/challenges/${second}`);
    await down.call('GET', '/session', { headers });
    await down.call('DELETE', '/session', { headers });
    await down.call('GET', '/ready');
    isDown = false;
    for (let i = 0; i < 4; i++) {
      const { id, resendIn = 0 } = (await down.create()).body;
      for (let j = 0; j < 5; j++) await down.verify(id, down.wrong());
      down.clock.nowMs += resendIn * 1000;
    }
    await down.verify((await down.create()).body.id, down.code());
  });

  afterAll(() => {
    // What is described happens: each answer was seen above.
    const described = Object.values(document.paths).flatMap(operations =>
      Object.values(operations).flatMap(({ operationId, responses }) =>
        Object.entries(responses).flatMap(([status, { content }]) => {
          const problem = JSON.stringify(content?.['application/problem+json']) ?? '';
          const codes = JSON.parse(/"enum":(\["[^\]]+\])/.exec(problem)?.[1] ?? '[""]') as string[];
          return codes.map(code => `${operationId} ${status} ${code}`.trim());
        }),
      ),
    );
    expect([...seen].sort()).toEqual(described.sort());
  });
});
