/**
 * What happens when a shared store does not answer. A command that timed out may still run once its server wakes up, and what is
 * written to a sleeping server only piles up. So: after a time-out nothing is asked but a PING, one at a time, until
 * one is answered; meanwhile every decision is refused at once. What takes something back is written all the same, behind
 * what it takes back, and again after a lost connection: all of that may run twice, and late.
 */

export interface GuardedClient {
  /** For messages: "Redis". */
  name: string;
  /** As ioredis says it: `ready` or `wait` may be asked. */
  status: string;
  ping(): Promise<unknown>;
  /** Why there is no connection, where that is known. */
  lastError?: () => unknown;
  /** Whether this error says that there is no answer: it is probed then before anything else is asked. */
  isDown(error: unknown): boolean;
  on(event: 'ready', listener: () => void): unknown;
  once(event: 'ready' | 'close', listener: () => void): unknown;
}

/** Refused without having asked: there is nothing to take back. */
export class NotAsked extends Error {
  override name = 'NotAsked';
}

/** Of these the oldest is forgotten when there are more: claims and cool-downs then end by themselves. */
const maxTakenBack = 1000;

export type Guard = ReturnType<typeof createGuard>;

export function createGuard(client: GuardedClient, timeoutMs: number) {
  const { name } = client;
  let isStalled = false;
  let probe: Promise<void> | undefined;
  let connecting: Promise<void> | undefined;
  const takenBack = new Set<() => Promise<unknown>>();

  /** Waits where a connection is about to be there: at the start, and after a restart. */
  async function connected(): Promise<void> {
    if (client.status !== 'connecting' && client.status !== 'connect') return;
    connecting ??= new Promise<void>(resolve => {
      client.once('ready', resolve);
      client.once('close', resolve);
    }).finally(() => (connecting = undefined));
    await connecting;
  }

  /** Rejects when the time is up, which starts before the command is written: connecting counts. */
  async function within<T>(run: () => Promise<T>): Promise<T> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const timeUp = new Promise<never>((_resolve, reject) => {
      const giveUp = () => {
        isOver = true;
        isStalled = true;
        reject(new Error(`${name} did not answer within ${timeoutMs} ms`));
      };
      // Once more around the event loop: where it was this process that was busy, the answer is there already.
      timer = setTimeout(() => (timer = setTimeout(giveUp, 0)), timeoutMs);
    });
    const answered = connected().then(() => {
      if (isOver || !isUsable(client))
        throw new NotAsked(`${name} is not connected`, { cause: client.lastError?.() });
      return run();
    });
    try {
      return await Promise.race([answered, timeUp]);
    } catch (error) {
      if (client.isDown(error)) isStalled = true;
      throw error;
    } finally {
      clearTimeout(timer);
      answered.catch(() => undefined);
    }
  }

  async function check(): Promise<void> {
    probe ??= within(() => client.ping())
      .then(() => {
        if (isStalled) repeatTakenBack();
        isStalled = false;
      })
      .finally(() => (probe = undefined));
    await probe;
  }

  function repeatTakenBack(): void {
    for (const run of takenBack) {
      takenBack.delete(run);
      run().catch(() => keep(run));
    }
  }

  function keep(run: () => Promise<unknown>): void {
    takenBack.add(run);
    const [oldest] = takenBack;
    if (oldest && takenBack.size > maxTakenBack) takenBack.delete(oldest);
  }

  client.on('ready', repeatTakenBack);

  return {
    /** Rejects when the store is down, or has not answered in time. */
    async run<T>(run: () => Promise<T>): Promise<T> {
      if (isStalled) {
        if (probe) throw new NotAsked(`${name} does not answer`);
        await check().catch((error: unknown) => {
          throw new NotAsked(`${name} does not answer`, { cause: error });
        });
      }
      return within(run);
    },

    /** For what may run twice and late. Rejects like `run`, but then it still happens when the store is back. */
    async takeBack(run: () => Promise<unknown>): Promise<void> {
      try {
        await within(run);
      } catch (error) {
        keep(run);
        throw error;
      }
    },

    /** Rejects when the store does not answer now. */
    check,
  };
}

/** A client that waits for its first command to connect (`lazyConnect`) is usable. */
function isUsable({ status }: GuardedClient): boolean {
  return status === 'ready' || status === 'wait';
}
