import { expect, it } from 'vitest';
import { createMemoryStore, SendRefused, type Store } from '../../../src/server/index.js';
import { clientA, phone, setUp } from './helpers.js';

/** Writes down all that a store is ever given. */
function recording(store: Store): { store: Store; seen: () => string } {
  const given: unknown[] = [];
  const handler: ProxyHandler<Store> = {
    get:
      (target, name: keyof Store) =>
      (...args: unknown[]) => {
        given.push(...args);
        return (target[name] as (...args: unknown[]) => unknown)(...args);
      },
  };
  return { store: new Proxy(store, handler), seen: () => JSON.stringify(given) };
}

it('gives store and log no number, code, client secret, token or session', async () => {
  const { store, seen } = recording(createMemoryStore());
  const test = setUp({ store, onVerified: () => ({ email: 'ann@shop.example' }) });
  const { id } = (await test.create({ key: 'create-key' })).body;
  await test.verify(id, test.wrong(), { key: 'guess-key' });
  test.clock.nowMs += 60_000;
  const first = test.code();
  await test.resend(id, { key: 'resend-key' });
  const verified = await test.verify(id, test.code(), { key: 'verify-key' });
  const cookie = verified.headers.get('set-cookie') ?? '';
  const session = await test.server.verifySession(
    new Request('https://shop.example/', { headers: { cookie: cookie.split(';')[0] ?? '' } }),
  );
  await test.call('DELETE', '/session', { headers: { cookie: cookie.split(';')[0] ?? '' } });

  const token = /=([^;]+)/.exec(cookie)?.[1] ?? '';
  const secrets = [phone.slice(1), phone.slice(-7), first, test.code(), clientA, token, session?.id ?? ''];
  for (const text of [seen(), JSON.stringify(test.log)]) {
    for (const secret of [...secrets, 'ann@shop.example', 'create-key']) {
      expect(secret).not.toBe('');
      expect(text).not.toContain(secret);
    }
  }
  expect(test.log).toHaveLength(5);
});

it('masks numbers and codes in what a provider says', async () => {
  const { create, log } = setUp({
    send: ({ code }) => Promise.reject(new SendRefused(`no ${code} for (44) 7700 900-123`)),
  });
  await create();
  expect(log[0]?.detail).toBe('refused: SendRefused: no ••• for (•••');
});
