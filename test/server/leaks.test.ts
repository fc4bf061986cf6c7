/**
 * A copy of all that Redis holds, and of the log, in the hands of somebody without the secret: no number, no session, and
 * no code, even by trying all of them. `npm run test:leaks`.
 */
import { createHash, createHmac } from 'node:crypto';
import { Redis } from 'ioredis';
import { expect, it, onTestFinished } from 'vitest';
import { startRedis, whyNoRedis } from '../contract/redis-server.js';
import { createPhoneServer, type LogEntry } from '../../src/server/index.js';
import { createRedisStore } from '../../src/server/stores/redis.js';
import { createRequest, verifyRequest } from './guesses.js';

it('a copy of Redis and the log tell nothing', { timeout: 10 * 60_000 }, async () => {
  const missing = whyNoRedis();
  // Skipped, it would say that nothing leaks where nothing was looked at.
  if (missing) throw new Error(missing);
  const redis = await startRedis({ own: true });
  onTestFinished(() => redis.stop());
  const log: LogEntry[] = [];
  const codes: string[] = [];
  const store = createRedisStore({ url: redis.url });
  const server = createPhoneServer({
    secret: 'a secret that nobody copies with it!!',
    store,
    send: message => {
      codes.push(message.code);
      return Promise.resolve();
    },
    onVerified: () => ({ email: 'ann@shop.example' }),
    log: entry => log.push(entry),
  });
  const address = '198.51.100.77';
  const phones = ['+447400123456', '+447400123457'];
  const client = 'ABCDEFGHIJKLMNOPQRSTUV';
  const [first = '', open = ''] = await Promise.all(
    phones.map(async phone => {
      const response = await server.fetch(createRequest(phone, client, `key-${phone.slice(-1)}`), {
        address,
      });
      return ((await response.json()) as { id: string }).id;
    }),
  );
  const wrong = codes[0] === '000000' ? '111111' : '000000';
  await server.fetch(verifyRequest({ id: open, client }, wrong, 'key-wrong'), { address });
  const tries = codes.map((code, i) =>
    server.fetch(verifyRequest({ id: first, client }, code, `key-right-${i}`), { address }),
  );
  const verified = (await Promise.all(tries)).find(({ status }) => status === 200);
  const cookie = verified?.headers.get('set-cookie')?.split(';')[0] ?? '';
  const signOut = new Request('https://shop.example/', { headers: { cookie } });
  const session = await server.verifySession(signOut);
  await server.signOut(signOut);

  const reader = new Redis(redis.url);
  const entries: string[] = [];
  for (const key of await reader.keys('*')) entries.push(`${key} ${await reader.get(key)}`);
  reader.disconnect();
  store.close();
  const dump = entries.join('\n');
  expect(entries.length).toBeGreaterThan(8);

  const token = cookie.split('=')[1] ?? '';
  const secrets = [
    ...phones.flatMap(phone => [phone.slice(1), phone.slice(-7)]),
    ...[client, token, ...token.split('.'), session?.id ?? '', address, 'ann@shop.example', 'key-right'],
  ];
  for (const text of [dump, JSON.stringify(log)]) {
    for (const each of secrets) {
      expect(each).not.toBe('');
      expect(text).not.toContain(each);
    }
    for (const code of codes) expect(text).not.toMatch(new RegExp(`(?<!\\d)${code}(?!\\d)`));
  }

  // All that the copy knows of the open challenge, hashed with every code in every way that leaves the secret out.
  const stored = JSON.parse(
    entries.find(entry => entry.includes(`challenge:${open}`))?.split(' ')[1] ?? '{}',
  ) as { client: string; phone: string; codes: { mac: string }[] };
  const macs = new Set(stored.codes.map(({ mac }) => mac));
  expect(macs.size).toBe(1);
  let found = 0;
  for (let number = 0; number < 1_000_000; number++) {
    const code = String(number).padStart(6, '0');
    const parts = JSON.stringify([open, stored.client, code]);
    const guesses = [
      createHash('sha256').update(code).digest('base64url'),
      createHash('sha256').update(parts).digest('base64url'),
      createHmac('sha256', '').update(parts).digest('base64url'),
      createHmac('sha256', open).update(code).digest('base64url'),
      createHmac('sha256', stored.phone).update(parts).digest('base64url'),
    ];
    if (guesses.some(guess => macs.has(guess))) found += 1;
  }
  expect(found).toBe(0);
  console.log(`${entries.length} entries and ${log.length} lines of the log tell no number, session or code`);
});
