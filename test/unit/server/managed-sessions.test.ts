/** Sessions over their whole life: renewed while they are used, ended all at once, and a number that is forgotten. */
import { describe, expect, it } from 'vitest';
import { createMemoryStore, type Store } from '../../../src/server/index.js';
import { clientB, phone, setUp, site } from './helpers.js';

const day = 24 * 3600;
const backEnds = 'b4ckEndsKnowThis:0f32RandomCharacters';
type World = ReturnType<typeof setUp>;

async function signIn(world: World, init = {}): Promise<string> {
  const { id } = (await world.create(init)).body;
  const answer = await world.verify(id, world.code(), init);
  return cookieOf(answer.headers) ?? `Bearer ${answer.body.token}`;
}

const cookieOf = (headers: Headers) => /^[^;]+/.exec(headers.get('set-cookie') ?? '')?.[0];
const carrying = (session: string) =>
  session.startsWith('Bearer') ? { authorization: session } : { cookie: session };
const ask = ({ call }: World, session: string) => call('GET', '/session', { headers: carrying(session) });
const isIn = async (world: World, session: string) => (await ask(world, session)).status === 200;

describe('a session that is used', () => {
  const sliding = { session: { lifetime: 10 * day, maxLifetime: 25 * day } };

  it('is renewed in the second half of its time, and no longer than it may', async () => {
    const world = setUp(sliding);
    let session = await signIn(world);
    const [early, renewals]: [string | undefined, [number, string | undefined][]] = [
      cookieOf((await ask(world, session)).headers),
      [],
    ];
    expect(early).toBeUndefined();
    for (let used = 0; used < 5; used++) {
      world.clock.nowMs += 6 * day * 1000;
      const { status, headers, body } = await ask(world, session);
      renewals.push([status, body.expiresIn === undefined ? '' : String(body.expiresIn / day)]);
      session = cookieOf(headers) ?? session;
    }
    // Day 6: to day 16. Day 12: to 22. Day 18: to 25, and no further. Day 24: still. Day 30: over.
    expect(renewals).toEqual([[200, '10'], [200, '10'], [200, '7'], [200, '1'], [401, '']]); // prettier-ignore
  });

  it('is renewed from the very half of it', async () => {
    const world = setUp(sliding);
    const session = await signIn(world);
    world.clock.nowMs += 5 * day * 1000 - 1000;
    expect((await ask(world, session)).headers.get('set-cookie')).toBeNull();
    world.clock.nowMs += 1000;
    const { headers, body } = await ask(world, session);
    expect(cookieOf(headers)).toBeDefined();
    expect(body).not.toHaveProperty('token');
    expect(body.expiresIn).toBe(10 * day);
  });

  it('is not renewed where it would last no longer', async () => {
    const world = setUp({ session: { lifetime: 10 * day, maxLifetime: 10 * day } });
    const session = await signIn(world);
    world.clock.nowMs += 6 * day * 1000;
    const { status, headers } = await ask(world, session);
    expect([status, headers.get('set-cookie')]).toEqual([200, null]);
  });

  it('is not renewed unless that is said', async () => {
    const world = setUp({ session: { lifetime: 10 * day } });
    const session = await signIn(world);
    world.clock.nowMs += 9 * day * 1000;
    const { headers, body } = await ask(world, session);
    expect([cookieOf(headers), body.expiresIn]).toEqual([undefined, day]);
  });

  it('goes back as it came: a bearer gets a token, and no cookie', async () => {
    const world = setUp({ ...sliding, origins: ['https://app.example'] });
    const init = { headers: { origin: 'https://app.example', 'sec-fetch-site': 'cross-site' } };
    const session = await signIn(world, init);
    expect(session).toMatch(/^Bearer /);
    world.clock.nowMs += 6 * day * 1000;
    const { headers, body } = await ask(world, session);
    expect(headers.get('set-cookie')).toBeNull();
    world.clock.nowMs += 9 * day * 1000;
    expect([await isIn(world, session), await isIn(world, `Bearer ${body.token}`)]).toEqual([false, true]);
  });

  it('is renewed by a host too, and who is signed out is in none of its copies', async () => {
    const world = setUp(sliding);
    const session = await signIn(world);
    const asked = (cookie: string) => new Request(site, { headers: { cookie } });
    world.clock.nowMs += 6 * day * 1000;
    const response = await world.server.renewSession(asked(session));
    expect(await response.json()).toMatchObject({ result: 'session', claims: { phone } });
    const renewed = cookieOf(response.headers) ?? '';
    expect(await isIn(world, renewed)).toBe(true);
    await world.server.signOut(asked(session));
    expect([await isIn(world, session), await isIn(world, renewed)]).toEqual([false, false]);
    expect((await world.server.renewSession(asked(renewed))).status).toBe(401);
  });
});

describe('signOutAll', () => {
  it('ends what began before, renewed or not, and nothing of another number or after it', async () => {
    const world = setUp({ session: { lifetime: 10 * day, maxLifetime: 25 * day } });
    const [one, two] = [await signIn(world), await signIn(world, { client: clientB })];
    const { id } = (await world.create({}, '+447700900124')).body;
    const other = cookieOf((await world.verify(id, world.code())).headers) ?? '';
    world.clock.nowMs += 6 * day * 1000;
    const renewed = cookieOf((await ask(world, two)).headers) ?? '';
    await world.server.signOutAll(phone);
    for (const session of [one, two, renewed]) expect(await isIn(world, session)).toBe(false);
    expect(await isIn(world, other)).toBe(true);
    // In the very same millisecond, too.
    expect(await isIn(world, await signIn(world))).toBe(true);
  });

  it('holds for as long as a session may last', async () => {
    const world = setUp({ session: { lifetime: 10 * day } });
    const session = await signIn(world);
    await world.server.signOutAll(phone);
    world.clock.nowMs += (10 * day - 1) * 1000;
    expect(await isIn(world, session)).toBe(false);
  });

  it('is not asked for where the store cannot tell: a right code is not lost', async () => {
    const store: Store = { ...createMemoryStore(), revokedAt: () => Promise.reject(new Error('down')) };
    expect(await signIn(setUp({ store }))).toMatch(/^__Host-phone-session=/);
  });

  it('within onVerified signs everybody else out, and not who is coming in', async () => {
    const world: World = setUp({
      onVerified: async ({ phone }) => {
        await world.server.signOutAll(phone);
        return {};
      },
    });
    const first = await signIn(world);
    world.clock.nowMs += 1000;
    const second = await signIn(world);
    expect([await isIn(world, first), await isIn(world, second)]).toEqual([false, true]);
  });

  it('takes a number', async () => {
    const { server } = setUp();
    await expect(server.signOutAll('07700 900123')).rejects.toThrow('signOutAll takes a number like');
    await expect(server.erase('')).rejects.toThrow('erase takes a number like');
  });
});

describe('erase', () => {
  it('ends the sessions of a number, and forgets its cool-down and its wrong codes', async () => {
    const world = setUp({ limits: { perPhone: { count: 2, seconds: 3600 } } });
    const session = await signIn(world);
    await world.create();
    expect((await world.create({ client: clientB })).body.code).toBe('just_sent');
    await world.server.erase(phone);
    expect(await isIn(world, session)).toBe(false);
    expect((await world.create({ client: clientB })).status).toBe(201);
  });
});

describe('a back end of another language', () => {
  const manage = ({ call }: World, form: Record<string, string>, secret = backEnds) =>
    call('POST', '/manage', {
      client: null,
      body: new URLSearchParams(form).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', authorization: `Bearer ${secret}` },
    });

  it('signs a number out by the secret it knows, and nobody does without', async () => {
    const world = setUp({ introspectionSecret: backEnds });
    const session = await signIn(world);
    const form = { action: 'sign-out-all', phone };
    expect((await manage(world, form, 'a guess')).status).toBe(401);
    expect(await isIn(world, session)).toBe(true);
    expect((await manage(world, form)).status).toBe(204);
    expect(await isIn(world, session)).toBe(false);
  });

  it.each([
    {},
    { action: 'erase' },
    { phone },
    { action: 'toString', phone },
    { action: 'erase', phone: 'x' },
  ])('is told what is wrong with %j', async form => {
    const answer = await manage(setUp({ introspectionSecret: backEnds }), form);
    expect([answer.status, answer.body.detail]).toEqual([
      400,
      expect.stringMatching(/^Send a form .* \(sign-out-all, erase, unlock\) and "phone"/),
    ]);
  });

  it('has no such call where it was given no secret', async () => {
    expect((await manage(setUp(), { action: 'erase', phone })).status).toBe(404);
  });
});

it('leaves a trail of who was signed in and out, and of what was done to a number', async () => {
  const world = setUp();
  const session = await signIn(world);
  await world.verify('nothing', '123456');
  await world.call('DELETE', '/session', { headers: carrying(session) });
  await world.call('DELETE', '/session', { headers: carrying(session) });
  await world.server.signOutAll(phone);
  await world.server.unlock(phone);
  await world.server.erase(phone);
  const trail = world.log.filter(({ audit }) => audit);
  const masked = '+44 ••••••0123';
  expect(trail.map(({ event, outcome, phone }) => [event, outcome, phone])).toEqual([
    ['verify', 'ok', masked],
    ['sign-out', 'ok', masked],
    ['sign-out-all', 'ok', masked],
    ['unlock', 'ok', masked],
    ['erase', 'ok', masked],
  ]);
  expect(trail[0]?.session).toMatch(/^[\w-]{43}$/);
  expect(trail[1]?.session).toBe(trail[0]?.session);
});

it('leaves no session in the trail of a proof, which is none', async () => {
  const world = setUp();
  const { id } = (await world.create({ body: { phone, purpose: 'mfa-verification' } })).body;
  await world.verify(id, world.code());
  expect(world.log.filter(({ audit }) => audit)).toMatchObject([{ event: 'verify', outcome: 'ok' }]);
  expect(world.log.filter(({ session }) => session !== undefined)).toEqual([]);
});
