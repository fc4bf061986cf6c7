import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createPostgresStore, postgresSchema, type PostgresStore } from '../../src/server/stores/postgres.js';
import { rules } from '../../src/server/stores/store.js';
import { startPostgres, whyNoPostgres, type PostgresServer } from './postgres-server.js';
import { storeContract } from './store.js';

const missing = whyNoPostgres();

describe.skipIf(missing)(`with PostgreSQL${missing ? ` (${missing})` : ''}`, () => {
  let postgres: PostgresServer;
  let store: PostgresStore;

  beforeAll(async () => {
    postgres = await startPostgres();
    store = createPostgresStore({ url: postgres.url, clock: 'caller', timeoutMs: 20_000 });
  }, 60_000);
  afterAll(async () => {
    await store.close();
    await postgres.stop();
  });

  storeContract('PostgreSQL', () => store);

  const entry = (name: string) => ({
    id: name,
    client: 'client',
    phone: `phone ${name}`,
    purpose: 'sign-in' as const,
    code: 'code-1',
    sealed: 'sealed',
  });
  async function withPool<T>(run: (pool: Pool) => Promise<T>, options: object = {}): Promise<T> {
    const pool = new Pool({ connectionString: postgres.url, ...options });
    try {
      return await run(pool);
    } finally {
      await pool.end();
    }
  }

  it('goes by its own clock, so that processes whose clocks differ agree', () =>
    withPool(async pool => {
      const shared = createPostgresStore({ pool });
      const [early, late] = [Date.now() - 3_600_000, Date.now() + 3_600_000];
      expect(await shared.begin(entry('skewed'), early)).toMatchObject({
        kind: 'begun',
        status: { expiresAtMs: early + rules.codeLifetimeMs, resendAtMs: early + rules.cooldownMs },
      });
      const other = await shared.begin({ ...entry('skewed'), client: 'other' }, late);
      expect(other.kind).toBe('others');
      const waitMs = other.kind === 'others' ? other.retryAtMs - late : 0;
      expect(waitMs).toBeGreaterThan(rules.cooldownMs - 20_000);
      expect(waitMs).toBeLessThanOrEqual(rules.cooldownMs);
      expect(await shared.attempt(entry('skewed'), late)).toMatchObject({ kind: 'accepted' });
      await shared.close();
    }));

  it('does not do later what was taken back before', async () => {
    const nowMs = Date.now();
    await store.settle('late', 'code-1', 'refused', nowMs);
    await expect(store.begin(entry('late'), nowMs)).rejects.toThrow(/taken back/);
    await store.begin(entry('resent'), nowMs);
    await store.settle('resent', 'code-2', 'refused', nowMs);
    await expect(store.resend('resent', 'client', 'code-2', nowMs)).rejects.toThrow(/taken back/);
    await store.finish('late-key', 'late-owner', undefined, nowMs);
    await expect(store.claim('late-key', 'body', 'late-owner', nowMs)).rejects.toThrow(/given up/);
    expect(await store.claim('late-key', 'body', 'next', nowMs)).toEqual({ kind: 'mine' });
  });

  it('refuses everything in an isolation in which it could count wrong', () =>
    withPool(
      async pool => {
        const strict = createPostgresStore({ pool });
        await expect(strict.begin(entry('strict'), Date.now())).rejects.toThrow(/read committed/);
        await expect(strict.check()).rejects.toThrow(/read committed/);
        await strict.close();
      },
      { options: '-c default_transaction_isolation=serializable' },
    ));

  it('is not ready where it can only read', () =>
    withPool(
      async pool => {
        const replica = createPostgresStore({ pool });
        await expect(replica.check()).rejects.toThrow(/read-only/);
        await replica.close();
      },
      { options: '-c default_transaction_read_only=on' },
    ));

  it('is made once by many at a time, and used by a role that may create nothing', () =>
    withPool(async pool => {
      const shared = Array.from({ length: 5 }, () =>
        createPostgresStore({ url: postgres.url, schema: 'fresh', timeoutMs: 20_000 }),
      );
      await Promise.all(shared.map(each => each.check()));
      await Promise.all(shared.map(each => each.close()));
      await pool.query(`${postgresSchema('made')}
        CREATE ROLE guest LOGIN;
        GRANT USAGE ON SCHEMA made TO guest;
        GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA made TO guest;`);
      const guest = createPostgresStore({
        url: postgres.url.replace('postgres@', 'guest@'),
        schema: 'made',
        timeoutMs: 20_000,
      });
      await guest.check();
      await guest.close();
    }));

  it('takes over the tables of an older version, and reads its messages as sent by SMS', () =>
    withPool(async pool => {
      const options = { schema: 'aged', clock: 'caller', timeoutMs: 20_000 } as const;
      const nowMs = Date.now();
      const older = createPostgresStore({ url: postgres.url, ...options });
      await older.begin(entry('old'), nowMs);
      await older.resend('old', 'client', 'code-2', nowMs + rules.cooldownMs);
      await older.close();
      await pool.query(`ALTER TABLE aged.challenges DROP COLUMN messages, DROP COLUMN tried;
        COMMENT ON SCHEMA aged IS 'phone-sign-in 2'`);

      const newer = createPostgresStore({ url: postgres.url, ...options });
      const laterMs = nowMs + rules.cooldownMs + 20_000;
      const live = await newer.begin({ ...entry('old'), id: 'new', channel: 'voice', digits: 'd' }, laterMs);
      expect(live).toMatchObject({ kind: 'live', status: { id: 'old' } });
      expect(JSON.stringify(live)).not.toMatch(/channel|tried/);
      const by = (channel: 'sms' | 'voice') => ({ channel, digits: 'd', cooldownMs: 10_000 });
      expect(await newer.resend('old', 'client', 'code-3', laterMs, by('sms'))).toMatchObject({
        kind: 'limited',
      });
      const begun = await newer.resend('old', 'client', 'code-3', laterMs, by('voice'));
      expect(begun).toMatchObject({ kind: 'begun', status: { channel: 'voice', tried: ['voice'] } });
      // Each message is still told apart by its code.
      await newer.settle('old', 'code-2', 'sent', laterMs);
      await newer.settle('old', 'code-3', 'refused', laterMs);
      expect(await newer.attempt(entry('old'), laterMs)).toMatchObject({ kind: 'wrong' });
      expect(await newer.attempt({ ...entry('old'), code: 'code-2' }, laterMs)).toMatchObject({
        kind: 'accepted',
      });
      await newer.close();
    }));

  it('takes out what has ended, once a minute', () =>
    withPool(async pool => {
      vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
      onTestFinished(() => void vi.useRealTimers());
      const swept = createPostgresStore({ pool });
      await swept.revoke('over', 1, Date.now());
      await swept.revoke('kept', 3_600_000, Date.now());
      const names = async () => {
        const { rows } = await pool.query<{ name: string }>(
          "SELECT name FROM phone_sign_in.marks WHERE name IN ('session:over', 'session:kept')",
        );
        return rows.map(({ name }) => name);
      };
      expect(await names()).toHaveLength(2);
      while ((await names()).length === 2) await vi.advanceTimersByTimeAsync(60_000);
      expect(await names()).toEqual(['session:kept']);
      await swept.close();
    }));

  it.each([
    [{}, /either "url" or "pool"/],
    [{ url: 'postgres://localhost', schema: 'a"; DROP TABLE b' }, /schema/],
  ])('refuses %j', (options, message) => {
    expect(() => createPostgresStore(options)).toThrow(message);
  });
});
