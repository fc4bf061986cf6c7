/**
 * The store for who has PostgreSQL (13 or later) and no Redis: many server processes share it. Each decision is one call of
 * one function (postgres-decisions.ts), and so one transaction: nothing of this process stands between its parts.
 */
import { DatabaseError, Pool } from 'pg';
import { createDecisions, probe } from './decisions.js';
import { createGuard, type Guard } from './guard.js';
import { postgresSchema, schemaVersion, tables } from './postgres-schema.js';
import type { Counter, Limit, Store } from './store.js';

export { postgresSchema };

export interface PostgresStoreOptions {
  /** `postgres://…`; the store then makes a pool of its own, and `close()` ends it. */
  url?: string;
  /** Your own pool of `pg`, in the isolation "read committed", which is the default. */
  pool?: Pool;
  /** Where its tables and functions are: `phone_sign_in` by default. Made at the start, where they are not there yet. */
  schema?: string;
  /**
   * Whose clock decides: the database's own (`database`, the default), so that processes whose clocks differ still agree,
   * or that of the server which asks (`caller`), for tests that move it.
   */
  clock?: 'database' | 'caller';
  /** Milliseconds without an answer after which the server refuses: 1,000 by default. */
  timeoutMs?: number;
}

export interface PostgresStore extends Store {
  /** Ends the pool that was made from `url`. */
  close(): Promise<void>;
}

/** What has ended is passed over at once, and taken out this often. */
const sweepMs = 60_000;

/** Throws a `TypeError` for options that cannot work. It connects by itself, and again whenever it must. */
export function createPostgresStore(options: PostgresStoreOptions): PostgresStore {
  const { url, schema = 'phone_sign_in', clock = 'database', timeoutMs = 1000 } = options;
  if ((url === undefined) === (options.pool === undefined)) {
    throw new TypeError('phone-sign-in: createPostgresStore needs either "url" or "pool".');
  }
  if (!/^[a-z_][a-z_\d]{0,40}$/.test(schema)) {
    throw new TypeError('phone-sign-in: "schema" may hold small letters, digits and "_" only.');
  }
  // A connection on which nothing comes back is given up, so that the next one can be better.
  const times = { query_timeout: timeoutMs + 100, connectionTimeoutMillis: timeoutMs + 100 };
  const pool = options.pool ?? new Pool({ connectionString: url, keepAlive: true, ...times });
  // Each failed call says so itself; without a listener an idle connection that breaks ends the process.
  pool.on('error', () => undefined);
  const guard = createGuard(
    {
      name: 'PostgreSQL',
      status: 'ready',
      ping: () => pool.query('SELECT 1'),
      isDown,
      on: () => undefined,
      once: () => undefined,
    },
    timeoutMs,
  );

  let made: Promise<void> | undefined;
  async function query(text: string, values: unknown[]): Promise<unknown[][]> {
    made ??= make(pool, schema).catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    await made;
    return (await pool.query({ text, values, rowMode: 'array' })).rows as unknown[][];
  }
  const time = (nowMs: number) => (clock === 'caller' ? nowMs : null);

  const decisions = createDecisions(async (name, nowMs, parts) => {
    const rows = await query(`SELECT ${schema}.decide_${name}($1, $2)::text`, [time(nowMs), parts]);
    return rows[0]?.[0] as string;
  }, guard);

  const sweeper = setInterval(() => {
    for (const table of tables) {
      query(`DELETE FROM ${schema}.${table} WHERE ends_at < ${schema}.now_ms(NULL)`, []).catch(
        () => undefined,
      );
    }
  }, sweepMs);
  sweeper.unref?.();

  return {
    ...decisions,

    async unlock(phone) {
      const unlock = `WITH locked AS (SELECT ${schema}.lock('phone:' || $1)) DELETE FROM ${schema}.phones USING locked WHERE name = $1`;
      await guard.run(() => query(unlock, [phone]));
    },

    async revoke(name, lifetimeMs, nowMs) {
      const mark = `INSERT INTO ${schema}.marks (name, ends_at, at) VALUES ('session:' || $1, ${schema}.now_ms($2) + $3, $4)
        ON CONFLICT (name) DO UPDATE SET ends_at = excluded.ends_at, at = excluded.at`;
      await guard.run(() => query(mark, [name, time(nowMs), lifetimeMs, nowMs]));
    },

    async revokedAt(names, nowMs) {
      const read = `SELECT substr(name, 9), coalesce(at, 0) FROM ${schema}.marks
        WHERE name = ANY ($1) AND ends_at > ${schema}.now_ms($2)`;
      const values = [names.map(name => `session:${name}`), time(nowMs)];
      const found = new Map(
        (await guard.run(() => query(read, values))).map(([name, at]) => [name, Number(at)]),
      );
      return names.map(name => found.get(name));
    },

    counter: (name, limit) => createCounter(query, guard, schema, `counter:${name}:`, limit),

    async check() {
      await guard.check();
      await probe(decisions);
    },

    async close() {
      clearInterval(sweeper);
      if (options.pool === undefined) await pool.end();
    },
  };
}

/** Whoever may not create uses what a role that may has made. */
async function make(pool: Pool, schema: string): Promise<void> {
  const isMade = async (asked: Pick<Pool, 'query'>) => {
    // From the table itself: what a session has looked up by name before, it may still believe.
    const text = "SELECT obj_description(oid, 'pg_namespace') AS is FROM pg_namespace WHERE nspname = $1";
    const { rows } = await asked.query<{ is: string | null }>(text, [schema]);
    return rows[0]?.is === schemaVersion;
  };
  if (await isMade(pool)) return;
  const client = await pool.connect();
  // One that breaks between two queries would end the process.
  client.on('error', () => undefined);
  try {
    // Several processes start at once.
    await client.query(`BEGIN; SELECT pg_advisory_xact_lock(hashtextextended('${schema}', 0))`);
    if (!(await isMade(client))) await client.query(postgresSchema(schema));
    await client.query('COMMIT');
    client.release();
  } catch (error) {
    client.release(true); // what was begun ends with the connection
    throw error;
  }
}

/** An error that the database itself tells is an answer, unless it says that it is going or coming. */
function isDown(error: unknown): boolean {
  return !(error instanceof DatabaseError) || /^(57P0|08)/.test(error.code ?? '');
}

function createCounter(
  query: (text: string, values: unknown[]) => Promise<unknown[][]>,
  guard: Guard,
  schema: string,
  prefix: string,
  { count, seconds }: Limit,
): Counter {
  const counts = `${schema}.counts`;
  const now = `${schema}.now_ms(NULL)`;
  const ask = async (text: string, key: string) => (await guard.run(() => query(text, [prefix + key])))[0];
  const take = `INSERT INTO ${counts} AS old VALUES ($1, 1, ${now} + ${seconds * 1000}) ON CONFLICT (name) DO UPDATE SET
    count = CASE WHEN old.ends_at <= ${now} THEN 1 ELSE least(old.count, 2000000000) + 1 END,
    ends_at = CASE WHEN old.ends_at <= ${now} THEN excluded.ends_at ELSE old.ends_at END
    RETURNING count, ends_at - ${now}`;
  return {
    async take(key) {
      const [taken, waitMs] = (await ask(take, key)) ?? [];
      return Number(taken) > count ? Math.max(1, Number(waitMs)) : undefined;
    },
    async giveBack(key) {
      await ask(`UPDATE ${counts} SET count = greatest(0, count - 1) WHERE name = $1`, key);
    },
    async look(key) {
      const [taken, waitMs] =
        (await ask(
          `SELECT count, ends_at - ${now} FROM ${counts} WHERE name = $1 AND ends_at > ${now}`,
          key,
        )) ?? [];
      return taken !== undefined && Number(taken) >= count ? Math.max(1, Number(waitMs)) : undefined;
    },
    async clear(key) {
      await ask(`DELETE FROM ${counts} WHERE name = $1`, key);
    },
  };
}
