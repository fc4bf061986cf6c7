/** Public advisories about signing in with codes: each kind of hole, tried on this server. */
import { describe, expect, it } from 'vitest';
import type { E164 } from '../../../src/protocol.js';
import { clientB, phone, setUp, site } from './helpers.js';

describe('holes that others had', () => {
  it.each([
    ['an empty code (CVE-2025-12374)', ''],
    ['true for a code (CVE-2026-7458)', true],
    ['nothing for a code', undefined],
    ['null for a code', null],
    ['a list of codes', ['000000', '111111']],
    ['an operator for a code', { $ne: '' }],
    ['a number for a code', 0],
    ['a code with a space before it', ' 000000'],
  ])('%s is no code, and costs no try', async (_what, code) => {
    const test = setUp();
    const { id } = (await test.create()).body;
    const { body } = await test.call('POST', `/challenges/${id}/verify`, { body: { code } });
    expect(body).toMatchObject({ status: 400, code: 'malformed_request' });
    expect((await test.verify(id, test.wrong())).body.attemptsLeft).toBe(4);
  });

  it('the right code for a challenge that was never begun (CVE-2025-12374) is none', async () => {
    const test = setUp();
    await test.create();
    for (const id of ['', 'undefined', 'null', '0', '__proto__', 'constructor']) {
      expect((await test.verify(id, test.code())).status).toBe(404);
    }
  });

  it('tries without end (CVE-2025-4094, CVE-2025-60424, CVE-2026-56450) end after five', async () => {
    const test = setUp();
    const { id } = (await test.create()).body;
    const said = [];
    for (let i = 0; i < 7; i++) said.push((await test.verify(id, test.wrong())).status);
    expect(said).toEqual([422, 422, 422, 422, 410, 410, 410]);
    expect((await test.verify(id, test.code())).body.code).toBe('too_many_attempts');
  });

  it('a code used again (CVE-2026-27855), or twenty times at once, opens once', async () => {
    const test = setUp();
    const { id } = (await test.create()).body;
    const answers = await Promise.all(Array.from({ length: 20 }, () => test.verify(id, test.code())));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await test.verify(id, test.code())).body.code).toBe('challenge_gone');
  });

  it('a code of somebody else (CVE-2025-13587) is of no use', async () => {
    const test = setUp();
    const { id } = (await test.create()).body;
    const right = test.code();
    expect((await test.verify(id, right, { client: clientB })).body.code).toBe('challenge_gone');
    const { id: own } = (await test.create({ client: clientB }, '+447400123456')).body;
    const both = await test.verify(own, right, { client: clientB });
    expect(both.body.code === 'code_invalid' || right === test.code()).toBe(true);
  });

  it('the code in an answer (HackerOne 777957) is in none, nor in a header or the log', async () => {
    const test = setUp();
    const created = await test.create();
    test.clock.nowMs += 60_000;
    const again = await test.resend(created.body.id);
    const said = JSON.stringify([
      created.body,
      [...created.headers],
      again.body,
      [...again.headers],
      test.log,
    ]);
    for (const { code } of test.messages) expect(said).not.toContain(code);
  });

  it.each([
    '+447700900123\n',
    '\u0000+447700900123',
    ' +447700900123',
    '+44 7700 900123',
    '+4407700900123',
    '00447700900123',
    '+447700900123,+447400999999',
    '＋447700900123',
  ])('a second spelling of a number (%j) is no fresh budget', async spelled => {
    // A host that takes every number: the server itself sees to it.
    const test = setUp({ checkPhone: () => ({ valid: true }) });
    await test.create();
    const { body } = await test.create({ client: clientB, body: { phone: spelled, purpose: 'sign-in' } });
    expect(body.code).toBe('invalid_phone');
    expect(test.messages).toHaveLength(1);
  });

  it.each([
    ['Germany', '+4915112345678', '+49015112345678'],
    ['the United States', '+12025550123', '+112025550123'],
    ['Russia', '+79123456789', '+789123456789'],
    ['Hungary', '+36201234567', '+3606201234567'],
    ['Argentina, with its 15', '+5491123456789', '+54111523456789'],
  ])('the prefix that is dialled at home, left in (%s), is no fresh budget', async (_where, once, twice) => {
    const test = setUp({ checkPhone: () => ({ valid: true }) });
    expect((await test.create({}, once)).status).toBe(201);
    expect((await test.create({ client: clientB }, twice)).body.code).toBe('invalid_phone');
    expect(test.messages).toHaveLength(1);
  });

  it('a number of somebody who is signed in is texted in its only spelling, too', async () => {
    const test = setUp({
      checkPhone: () => ({ valid: true }),
      resolvePhone: () => '+4407700900123' as E164,
    });
    expect((await test.create({ body: { purpose: 'mfa-verification' } })).body.code).toBe('invalid_phone');
  });

  it('a second factor that is passed (GHSA-xg6x-h9c9-2m83) is no session by itself', async () => {
    const test = setUp({ resolvePhone: () => phone as E164 });
    const { id } = (await test.create({ body: { purpose: 'mfa-verification' } })).body;
    const { body, headers } = await test.verify(id, test.code());
    const cookie = headers.getSetCookie().map(line => line.split(';')[0]);
    for (const sent of [{ authorization: `Bearer ${body.token}` }, { cookie: cookie.join('; ') }]) {
      const request = new Request(site, { headers: sent as Record<string, string> });
      expect(await test.server.verifySession(request)).toBeUndefined();
    }
    expect(await test.server.verifyProof(body.token ?? '', 'sign-in')).toBeUndefined();
  });

  it('a host that a header makes up (GHSA-3529-5m8x-rpv3) is in no message', async () => {
    const test = setUp({ boundHost: 'shop.example' });
    const headers = { 'x-forwarded-host': 'foe.example', forwarded: 'host=foe.example', host: 'foe.example' };
    await test.create({ headers });
    expect(test.messages[0]?.text).toContain('@shop.example #');
    expect(JSON.stringify(test.messages)).not.toContain('foe.example');
  });

  it('a session signed by another (CVE-2026-31813) is none', async () => {
    const foe = setUp({ secret: 'the secret of whoever attacks this server' });
    const headers = { origin: 'https://other.example', 'sec-fetch-site': 'cross-site' };
    const foes = setUp({
      secret: 'the secret of whoever attacks this server',
      origins: ['https://other.example'],
    });
    const { id } = (await foes.create({ headers })).body;
    const { token = '' } = (await foes.verify(id, foes.code(), { headers })).body;
    const bearer = () => new Request(site, { headers: { authorization: `Bearer ${token}` } });
    expect((await foe.server.verifySession(bearer()))?.phone).toBe(phone);
    expect(await setUp().server.verifySession(bearer())).toBeUndefined();
    const [, payload] = token.split('.');
    const none = `${btoa('{"alg":"none"}').replace(/=+$/, '')}.${payload}.`;
    const unsigned = new Request(site, { headers: { authorization: `Bearer ${none}` } });
    expect(await foe.server.verifySession(unsigned)).toBeUndefined();
  });
});
