import { describe, expect, it } from 'vitest';
import { createMemoryStore, type Store } from '../../../src/server/index.js';
import { setUp } from './helpers.js';

const limit = (count: number, seconds = 3600) => ({ count, seconds });
const british = (index: number) => `+4474001234${10 + index}`;
const german = (index: number) => `+4915112345${100 + index}`;

describe('messages', () => {
  it('are limited per calling code, where one can have a limit of its own', async () => {
    const { create } = setUp({ limits: { perCallingCode: limit(1), callingCodes: { 44: limit(2) } } });
    expect((await create({}, german(0))).status).toBe(201);
    expect((await create({}, german(1))).body.code).toBe('rate_limited');
    expect((await create({}, british(0))).status).toBe(201);
    expect((await create({}, british(1))).status).toBe(201);
    expect((await create({}, british(2))).body.code).toBe('rate_limited');
  });

  it('can be limited per hour and per day at once', async () => {
    const { create, verify, code } = setUp({ limits: { perPhone: [limit(5), limit(2, 86_400)] } });
    for (let i = 0; i < 2; i++) await verify((await create()).body.id, code());
    const refused = await create();
    expect(refused.body.code).toBe('rate_limited');
    expect(refused.body.retryAfter).toBeGreaterThan(3600);
  });

  it('that a wide limit refuses cost the narrow ones nothing', async () => {
    const { create } = setUp({
      limits: { perAddress: limit(2), perCallingCode: limit(1), callingCodes: { 49: limit(0) } },
    });
    const peer = { address: '192.0.2.1' };
    for (let i = 0; i < 5; i++) expect((await create({ peer }, german(i))).status).toBe(429);
    expect((await create({ peer }, british(0))).status).toBe(201);
  });

  it('are not sent when the store cannot count them', async () => {
    const memory = createMemoryStore();
    const store: Store = {
      ...memory,
      counter: () => {
        const down = () => Promise.reject(new Error('down'));
        return { take: down, giveBack: down, look: down, clear: down };
      },
    };
    const { create, messages } = setUp({ store });
    expect((await create()).body.code).toBe('server_error');
    expect(messages).toEqual([]);
  });
});

describe('wrong codes', () => {
  it('are limited per address, and then the right one is refused as well', async () => {
    const test = setUp({ limits: { failuresPerAddress: limit(2) } });
    const from = (address: string) => ({ peer: { address } });
    const { id } = (await test.create()).body;
    const { id: other } = (await test.create({}, british(0))).body;
    const codes = test.messages.map(({ code }) => code);
    await test.verify(id, test.wrong(codes[0]), from('2001:db8::1'));
    await test.verify(other, test.wrong(codes[1]), from('2001:db8::2'));
    const refused = await test.verify(id, codes[0] ?? '', from('2001:db8::3'));
    expect(refused.body).toMatchObject({ status: 429, code: 'rate_limited', retryAfter: 3600 });
    expect((await test.verify(id, codes[0] ?? '', from('2001:db8:0:1::'))).status).toBe(200);
    test.clock.nowMs += 3_600_000;
    const again = (await test.create({}, british(1))).body.id;
    expect((await test.verify(again, test.code(), from('2001:db8::3'))).status).toBe(200);
  });

  it('are limited in all, by default to as many as there may be messages', async () => {
    const test = setUp({ limits: { total: limit(2) } });
    const { id } = (await test.create()).body;
    for (let i = 0; i < 2; i++) await test.verify(id, test.wrong(), { peer: { address: `192.0.2.${i}` } });
    expect((await test.verify(id, test.code())).body.code).toBe('rate_limited');
  });

  it('are not counted for whom has no such challenge', async () => {
    const test = setUp({ limits: { failures: limit(1) } });
    const { id } = (await test.create()).body;
    for (let i = 0; i < 5; i++) expect((await test.verify('unknown', '123456')).status).toBe(404);
    expect((await test.verify(id, test.wrong())).status).toBe(422);
    expect((await test.verify(id, test.code())).status).toBe(429);
  });
});

describe('countries', () => {
  it('can be left out, and with them numbers of no known country', async () => {
    const { create, messages } = setUp({ excludeCountries: ['DE'] });
    expect((await create({}, german(0))).body.code).toBe('phone_blocked');
    expect((await create({}, british(0))).status).toBe(201);
    const unknown = setUp({ excludeCountries: ['DE'], checkPhone: () => ({ valid: true }) });
    expect((await unknown.create()).body.code).toBe('phone_blocked');
    expect(messages).toHaveLength(1);
  });
});
