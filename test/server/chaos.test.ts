/**
 * A store that stalls, dies and comes back: 503 within its time, nobody let in, nothing sent twice, and all well again by
 * itself. `npm run chaos:redis`, `npm run chaos:postgres`.
 */
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { startPostgres, whyNoPostgres } from '../contract/postgres-server.js';
import { startRedis, whyNoRedis } from '../contract/redis-server.js';
import { createPhoneServer, type Message, type PhoneServer, type Store } from '../../src/server/index.js';
import { createPostgresStore } from '../../src/server/stores/postgres.js';
import { createRedisStore } from '../../src/server/stores/redis.js';
import { createRequest, verifyRequest } from './guesses.js';

const secret = 'a secret of chaos, which is long enough!';
const client = 'AAAAAAAAAAAAAAAAAAAAAA';
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

type Signal = 'SIGSTOP' | 'SIGCONT' | 'SIGKILL';

/** What is stopped and killed. */
interface Backing {
  url: string;
  signal(name: Signal): void;
  /** Sees to it that it is gone. */
  kill(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

interface Kind {
  name: string;
  missing: string | undefined;
  start: () => Promise<Backing>;
  open: (url: string) => Store & { close(): unknown };
  /** An address at which nothing is. */
  nowhere: (url: string) => string;
  /** Within which the answer is 503. */
  limitMs: number;
  /** Whether it knows after a restart what it knew before. */
  remembers: boolean;
}

const redis: Kind = {
  name: 'Redis',
  missing: whyNoRedis(),
  async start() {
    const server = await startRedis({ own: true });
    const signal = (name: Signal) => void server.process?.kill(name);
    const kill = async () => {
      const exited = new Promise(resolve => server.process?.once('exit', resolve));
      signal('SIGKILL');
      await exited;
    };
    return { url: server.url, signal, kill, restart: () => server.restart(), stop: () => server.stop() };
  },
  open: url => createRedisStore({ url }),
  nowhere: url => `${url}.not-there`,
  limitMs: 500,
  remembers: false,
};

const postgres: Kind = {
  name: 'PostgreSQL',
  missing: whyNoPostgres(),
  async start() {
    const server = await startPostgres();
    const kill = async () => {
      const exited = new Promise(resolve => server.process.once('exit', resolve));
      server.signal('SIGKILL');
      await exited;
    };
    return {
      url: server.url,
      signal: name => server.signal(name),
      kill,
      restart: () => server.restart(),
      stop: () => server.stop(),
    };
  },
  open: url => createPostgresStore({ url }),
  nowhere: url => `${url}-not-there`,
  limitMs: 1200,
  remembers: true,
};

const kinds = [redis, postgres].map(kind => ({
  ...kind,
  title: `${kind.name}${kind.missing === undefined ? '' : ` (${kind.missing})`}`,
}));

describe.each(kinds)('$title', ({ missing, start, open, nowhere, limitMs, remembers }) => {
  if (missing !== undefined) {
    it.skip('is not here');
    return;
  }
  let backing: Backing;
  let store: ReturnType<typeof open>;
  let server: PhoneServer;
  let messages: Message[];
  /** Called before a method of the store. */
  let before: (name: string) => void;
  let numbers = 0;
  const phone = () => `+4474${50_000_000 + numbers}`;

  beforeEach(async () => {
    numbers += 1;
    backing = await start();
    store = open(backing.url);
    messages = [];
    before = () => undefined;
    server = createPhoneServer({
      secret,
      store: watched(store, name => before(name)),
      send: message => {
        messages.push(message);
        return Promise.resolve();
      },
    });
    await recovery();
  });
  afterEach(async () => {
    await store.close();
    await backing.stop();
  });

  const signal = (name: Signal) => backing.signal(name);
  const send = (request: Request) => server.fetch(request, { address: '192.0.2.1' });
  const create = (key?: string) => send(createRequest(phone(), client, key));
  const ready = () => send(new Request('https://shop.example/api/phone/ready'));
  const code = () => messages.at(-1)?.code ?? '';
  const idOf = async (response: Response) => ((await response.json()) as { id: string }).id;
  const verify = (id: string, code: string, key?: string) => send(verifyRequest({ id, client }, code, key));

  /** How long until the server answers again, without anybody's help. */
  async function recovery(): Promise<number> {
    const sinceMs = performance.now();
    while ((await ready()).status !== 200) {
      if (performance.now() - sinceMs > 10_000) throw new Error('Still down after 10 s');
      await new Promise(resolve => setTimeout(resolve, 20));
    }
    return performance.now() - sinceMs;
  }

  async function isDown(answer: Promise<Response>): Promise<number> {
    const sinceMs = performance.now();
    const { status } = await answer;
    const tookMs = performance.now() - sinceMs;
    expect(status).toBe(503);
    expect(tookMs).toBeLessThan(limitMs);
    return tookMs;
  }

  /** Stops it right before the store's next `name`. */
  function stallBefore(name: string): void {
    before = called => {
      if (called !== name) return;
      before = () => undefined;
      signal('SIGSTOP');
    };
  }

  it('that stalls is refused within its time, by every call', async () => {
    const id = await idOf(await create());
    signal('SIGSTOP');
    const took: number[] = [];
    for (let i = 0; i < 5; i++) {
      took.push(await isDown(verify(id, code())), await isDown(create()), await isDown(ready()));
    }
    took.push(...(await Promise.all(Array.from({ length: 50 }, () => isDown(verify(id, '000000'))))));
    expect(messages).toHaveLength(1);
    signal('SIGCONT');
    const recoveredMs = await recovery();
    console.log(
      `stalled: ${took.length} answers, the slowest after ${Math.max(...took).toFixed(0)} ms; ` +
        `well again after ${recoveredMs.toFixed(0)} ms`,
    );
    expect((await create()).status).toBe(201);
  });

  it.each(['claim', 'begin', 'look', 'take'])(
    'that stalls before "%s" of a create: sent once on retry',
    async name => {
      stallBefore(name);
      await isDown(create('key'));
      expect(messages).toHaveLength(0);
      await isDown(create('key'));
      signal('SIGCONT');
      await recovery();
      const retried = await create('key');
      expect(retried.status).toBe(201);
      expect(messages).toHaveLength(1);
      expect((await verify(await idOf(retried), code())).status).toBe(200);
      expect((await create('key')).status).toBe(201);
      expect(messages).toHaveLength(1);
    },
  );

  it.each(['settle', 'finish'])('that stalls before "%s" of a create: nothing is sent again', async name => {
    stallBefore(name);
    // The message is out: the answer says so, whether or not it could be kept.
    const first = await create('key');
    expect(first.status).toBe(201);
    signal('SIGCONT');
    await recovery();
    const retried = await create('key');
    expect(retried.status).toBe(201);
    expect(messages).toHaveLength(1);
    const id = await idOf(retried);
    expect(id).toBe(await idOf(first));
    expect((await verify(id, code())).status).toBe(200);
  });

  it.each(['claim', 'attempt', 'finish'])(
    'that stalls before "%s" of a verify: the right code succeeds on retry, once',
    async name => {
      const id = await idOf(await create());
      stallBefore(name);
      const first = await verify(id, code(), 'key');
      expect(first.status).toBe(name === 'finish' ? 200 : 503);
      signal('SIGCONT');
      await recovery();
      const retried = await verify(id, code(), 'key');
      expect(retried.status).toBe(200);
      expect(retried.headers.get('set-cookie')).toContain('__Host-phone-session=');
      expect((await verify(id, code(), 'another-key')).status).toBe(404);
      expect((await verify(id, code())).status).toBe(404);
    },
  );

  it('that stalls counts a wrong code once, however often it is asked again', async () => {
    const id = await idOf(await create());
    const wrong = code() === '000000' ? '111111' : '000000';
    stallBefore('attempt');
    await isDown(verify(id, wrong, 'key'));
    for (let i = 0; i < 3; i++) await isDown(verify(id, wrong, 'key'));
    signal('SIGCONT');
    await recovery();
    expect(await (await verify(id, wrong, 'key')).json()).toMatchObject({ attemptsLeft: 4 });
    expect(await (await verify(id, wrong)).json()).toMatchObject({ attemptsLeft: 3 });
  });

  it('that is killed is refused at once; what it forgot is gone, what it knows still counts', async () => {
    const id = await idOf(await create());
    const right = code();
    const wrong = right === '000000' ? '111111' : '000000';
    await verify(id, wrong);
    await backing.kill();
    const took = [await isDown(verify(id, right, 'key')), await isDown(create()), await isDown(ready())];
    await backing.restart();
    const recoveredMs = await recovery();
    console.log(
      `killed: the slowest of ${took.length} answers after ${Math.max(...took).toFixed(0)} ms; ` +
        `well again ${recoveredMs.toFixed(0)} ms after the restart`,
    );
    if (remembers) {
      expect(await (await verify(id, wrong)).json()).toMatchObject({ attemptsLeft: 3 });
      expect((await verify(id, right, 'key')).status).toBe(200);
      expect((await verify(id, right)).status).toBe(404);
      expect(messages).toHaveLength(1);
      return;
    }
    expect((await verify(id, right, 'key')).status).toBe(404);
    expect((await create()).status).toBe(201);
    expect(messages).toHaveLength(2);
    expect((await verify(await idOf(await create()), code())).status).toBe(200);
  });

  it.each(['claim', 'begin', 'take'])('that is killed while it stalls at "%s" sends once', async name => {
    stallBefore(name);
    await isDown(create('key'));
    await backing.restart();
    await recovery();
    expect((await create('key')).status).toBe(201);
    expect(messages).toHaveLength(1);
  });

  it('that is not there at the start is refused, and used once it is', async () => {
    const later = open(nowhere(backing.url));
    onTestFinished(async () => void (await later.close()));
    const early = createPhoneServer({ secret, store: later, send: () => Promise.resolve() });
    await isDown(early.fetch(createRequest(phone(), client)));
  });
});

/** A store that says what it is asked before it is. */
function watched(store: Store, before: (name: string) => void): Store {
  const watch = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(target, name: string & keyof T) {
        const method = target[name] as (...args: unknown[]) => unknown;
        return (...args: unknown[]) => {
          if (name === 'counter') return watch(method.apply(target, args) as object);
          before(name);
          return method.apply(target, args);
        };
      },
    });
  return watch(store);
}
