/** The host's own functions: what counts as an answer, and that everything else lets nobody through. */
import { describe, expect, it } from 'vitest';
import { createMemoryStore, type Claims, type PhoneServerOptions } from '../../../src/server/index.js';
import { rules } from '../../../src/server/stores/store.js';
import { phone, setUp } from './helpers.js';

/** In place of our own, which reads the plans at first: on a busy machine that takes longer than the hooks are given here. */
const atOnce = () => ({ valid: true });

/** Hooks of hosts that TypeScript does not hold to anything. */
const loose = (hooks: object) => hooks as Partial<PhoneServerOptions>;

class Row {
  id = 1;
}
const circle: Record<string, unknown> = {};
circle.self = circle;

describe('onVerified', () => {
  it.each<[string, unknown, RegExp]>([
    ['a deny that is no code', { deny: 'blocked' }, /"deny" without one of its codes/],
    ['a deny with a code that is not for it', { deny: 'rate_limited' }, /"deny" without/],
    ['a deny that says nothing', { deny: undefined, sub: '1' }, /"deny" without/],
    ['an error', { error: 'blocked' }, /"error"/],
    ['false', false, /boolean/],
    ['true', true, /boolean/],
    ['null', null, /null/],
    ['a text', 'no', /string/],
    ['a number', 0, /number/],
    ['a list', [], /list/],
    ['an Error', new Error('no'), /no answer/],
    ['a row of a database', new Row(), /no answer/],
    ['a denial inherited', Object.create({ deny: 'account_blocked' }), /no answer/],
    ['claims in a circle', circle, /circular/i],
    ['claims with a big integer', { id: 1n }, /BigInt/],
    ['claims with a function', { user: { save() {} } }, /"save" cannot be written/],
    ['claims with what is no number', { age: NaN }, /"age" cannot be written/],
    ['claims with a map', { roles: new Map() }, /"roles" cannot be written/],
    ['claims above 2 kB', { text: 'x'.repeat(2048) }, /at most •••/],
    ['claims above 2 kB in UTF-8', { text: 'ü'.repeat(1100) }, /at most •••/],
  ])(
    'answers %s: nobody is signed in, the log says why, and the code stays good',
    async (_what, answer, why) => {
      const answers = [answer, undefined];
      const { create, verify, code, log } = setUp(loose({ onVerified: () => answers.shift() }));
      const { id } = (await create()).body;
      const refused = await verify(id, code());
      expect(refused.body).toMatchObject({ status: 503, code: 'server_error' });
      expect(refused.headers.getSetCookie()).toEqual([]);
      expect(log.at(-1)?.detail).toMatch(why);
      expect((await verify(id, code())).body).toMatchObject({ result: 'session' });
    },
  );

  it.each<[string, unknown, object]>([
    ['nothing', undefined, {}],
    ['claims', { sub: '1', roles: ['a'], at: null }, { sub: '1', roles: ['a'], at: null }],
    ['claims without a prototype', Object.assign(Object.create(null), { sub: '1' }), { sub: '1' }],
    ['a date among them, as its text', { since: new Date(0) }, { since: '1970-01-01T00:00:00.000Z' }],
    ['claims of just 2 kB', { text: 'x'.repeat(2048 - 11) }, { text: 'x'.repeat(2048 - 11) }],
  ])('may answer %s', async (_what, answer, claims) => {
    const { create, verify, code } = setUp(loose({ onVerified: () => answer }));
    const { body } = await verify((await create()).body.id, code());
    expect(body).toMatchObject({ result: 'session', claims: { ...claims, phone } });
  });

  it('that hangs is given up, and not run a second time for the same code', async () => {
    let calls = 0;
    let finish: ((claims: Claims) => void) | undefined;
    let isAborted = false;
    const { create, verify, code, log } = setUp({
      hookTimeoutMs: 20,
      checkPhone: atOnce,
      onVerified: ({ signal }) => {
        calls += 1;
        signal.addEventListener('abort', () => (isAborted = true));
        return new Promise(resolve => (finish = resolve));
      },
    });
    const { id } = (await create()).body;
    expect((await verify(id, code(), { key: 'one' })).body.code).toBe('server_error');
    expect(log.at(-1)?.detail).toMatch(/"onVerified" has not answered within/);
    expect(isAborted).toBe(true);
    const again = verify(id, code(), { key: 'one' });
    finish?.({ sub: 'made once' });
    expect((await again).body).toMatchObject({ claims: { sub: 'made once' } });
    expect(calls).toBe(1);
  });
});

describe('a process that dies between a right code and its answer', () => {
  /** Two processes on one store; the first takes nothing back and finishes nothing any more. */
  const die = async (request: { key?: string }) => {
    const store = createMemoryStore();
    const lost = () => Promise.resolve();
    const dead = setUp({
      store: { ...store, reopen: lost, finish: (...args) => (isDead ? lost() : store.finish(...args)) },
      onVerified: () => {
        isDead = true;
        throw new Error('the end');
      },
    });
    let isDead = false;
    const { id } = (await dead.create()).body;
    const code = dead.code();
    await dead.verify(id, code, request);
    const alive = setUp({ store });
    alive.clock.nowMs += rules.claimLeaseMs;
    return { alive, again: () => alive.verify(id, code, request) };
  };

  it('costs nothing who asks again with the same key, once the lease of the dead is over', async () => {
    const { again } = await die({ key: 'one' });
    expect((await again()).body).toMatchObject({ result: 'session' });
  });

  it('costs the code of who sends no key, and another can be asked for at once', async () => {
    const { alive, again } = await die({});
    expect((await again()).body.code).toBe('challenge_gone');
    const { id } = (await alive.create()).body;
    expect((await alive.verify(id, alive.code())).body).toMatchObject({ result: 'session' });
  });
});

const captchaBody = { phone, purpose: 'sign-in', captcha: 'token' };

describe('captcha.verify', () => {
  it.each<[unknown, string]>([
    [{ success: false }, 'server_error'],
    [{ success: true }, 'server_error'],
    ['false', 'server_error'],
    ['true', 'server_error'],
    [1, 'server_error'],
    [null, 'server_error'],
    [undefined, 'server_error'],
    [false, 'captcha_failed'],
    [true, 'sent'],
  ])('answers %j: %s', async (answer, outcome) => {
    const captcha = { provider: 'p', siteKey: 's', verify: () => answer };
    const { create, messages, log } = setUp(loose({ captcha }));
    await create({ body: captchaBody });
    expect(log.at(-1)?.outcome).toBe(outcome);
    expect(messages).toHaveLength(outcome === 'sent' ? 1 : 0);
    if (outcome === 'server_error') expect(log.at(-1)?.detail).toMatch(/"captcha.verify" gave no answer/);
  });
});

describe('checkPhone', () => {
  it.each<[unknown, string]>([
    [{ valid: 'no' }, 'server_error'],
    [{ valid: 'true' }, 'server_error'],
    [{ valid: 1 }, 'server_error'],
    [{}, 'server_error'],
    [true, 'server_error'],
    [null, 'server_error'],
    [undefined, 'server_error'],
    [{ valid: true, country: 44 }, 'server_error'],
    [{ valid: false }, 'invalid_phone'],
    [{ valid: true }, 'sent'],
    [{ valid: true, country: 'GB' }, 'sent'],
  ])('answers %j: %s', async (answer, outcome) => {
    const { create, messages, log } = setUp(loose({ checkPhone: () => answer }));
    await create();
    expect(log.at(-1)?.outcome).toBe(outcome);
    expect(messages).toHaveLength(outcome === 'sent' ? 1 : 0);
  });
});

const never = () => new Promise(() => {});

describe('each of them', () => {
  it.each<[string, object, object]>([
    ['captcha.verify', { captcha: { provider: 'p', siteKey: 's', verify: never } }, captchaBody],
    ['checkPhone', { checkPhone: never }, { phone, purpose: 'sign-in' }],
    ['resolvePhone', { resolvePhone: never }, { purpose: 'sign-in' }],
  ])('has a time to answer: %s', async (name, hooks, body) => {
    const { create, messages, log } = setUp(loose({ checkPhone: atOnce, ...hooks, hookTimeoutMs: 20 }));
    expect((await create({ body })).status).toBe(503);
    expect(log.at(-1)?.detail).toContain(`"${name}" has not answered within`);
    expect(messages).toEqual([]);
  });
});

describe('resolvePhone', () => {
  const foe = '+447400999999';
  const known = '+447400123456';
  const ask = async (body: object, answer: unknown = known) => {
    const { call, messages, log } = setUp(loose({ resolvePhone: () => answer }));
    const { body: said } = await call('POST', '/challenges', { body });
    return { outcome: log.at(-1)?.outcome, sentTo: messages.map(message => message.phone), said };
  };

  it.each(['mfa-verification', 'sign-in', 'bind-mfa'])(
    'lets no page name another number for %s',
    async purpose => {
      const { outcome, sentTo, said } = await ask({ purpose, phone: foe });
      expect([outcome, sentTo]).toEqual(['phone_blocked', []]);
      expect(JSON.stringify(said)).not.toContain(known.slice(-4));
    },
  );

  it('lets a page say the number that it says itself', async () => {
    expect((await ask({ purpose: 'mfa-verification', phone: known })).sentTo).toEqual([known]);
    expect((await ask({ purpose: 'mfa-verification' })).sentTo).toEqual([known]);
  });

  it('makes no second factor for nobody', async () => {
    const nobody = setUp({ resolvePhone: () => undefined });
    const factor = await nobody.create({ body: { purpose: 'mfa-verification', phone: foe } });
    expect(factor.body.code).toBe('unauthenticated');
    expect((await nobody.create({ body: { purpose: 'sign-in', phone: foe } })).status).toBe(201);
    expect(nobody.messages).toHaveLength(1);
  });

  it.each([null, false, '', '07400 123456', 447400123456])('answers %j: nothing is sent', async answer => {
    expect(await ask({ purpose: 'mfa-verification' }, answer)).toMatchObject({
      outcome: 'server_error',
      sentTo: [],
    });
  });
});
