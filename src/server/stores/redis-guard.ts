/**
 * What happens when Redis does not answer. A command that timed out may still run once Redis wakes up, and what is
 * written to a sleeping server only piles up. So: after a time-out nothing is asked but a PING, one at a time, until
 * one is answered; meanwhile every decision is refused at once. What takes something back is written all the same, behind
 * what it takes back, and again after a lost connection: all of that may run twice, and late.
 */

interface Client {
  status: string;
  ping(): Promise<unknown>;
  on(event: 'ready', listener: () => void): unknown;
  once(event: 'ready' | 'close', listener: () => void): unknown;
}

/** Refused without having asked: there is nothing to take back. */
export class NotAsked extends Error {
  override name = 'NotAsked';
}

/** Of these the oldest is forgotten when there are more: claims and cool-downs then end by themselves. */
const maxTakenBack = 1000;

export function createGuard(client: Client, timeoutMs: number) {
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
        reject(new Error(`Redis did not answer within ${timeoutMs} ms`));
      };
      // Once more around the event loop: where it was this process that was busy, the answer is there already.
      timer = setTimeout(() => (timer = setTimeout(giveUp, 0)), timeoutMs);
    });
    const answered = connected().then(() => {
      if (isOver || !isUsable(client)) throw new NotAsked('Redis is not connected');
      return run();
    });
    try {
      return await Promise.race([answered, timeUp]);
    } catch (error) {
      // ioredis says "Command timed out" in its own words, perhaps before we do.
      if (error instanceof Error && /timed out/i.test(error.message)) isStalled = true;
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
    /** Rejects when Redis is down, or has not answered in time. */
    async run<T>(run: () => Promise<T>): Promise<T> {
      if (isStalled) {
        if (probe) throw new NotAsked('Redis does not answer');
        await check().catch((error: unknown) => {
          throw new NotAsked('Redis does not answer', { cause: error });
        });
      }
      return within(run);
    },

    /** For what may run twice and late. Rejects like `run`, but then it still happens when Redis is back. */
    async takeBack(run: () => Promise<unknown>): Promise<void> {
      try {
        await within(run);
      } catch (error) {
        keep(run);
        throw error;
      }
    },

    /** Rejects when Redis does not answer now. */
    check,
  };
}

/** A client that waits for its first command to connect (`lazyConnect`) is usable. */
function isUsable({ status }: Client): boolean {
  return status === 'ready' || status === 'wait';
}
