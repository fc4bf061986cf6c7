/** The host's log, which keeps nobody out: a line that cannot be written is lost, and the answer is not. */
import { describeError } from './mask.js';
import type { LogEntry, PhoneServerOptions } from './options.js';

/** Writes one line. */
export type Say = (entry: Omit<LogEntry, 'atMs'>) => void;

export function createLog({
  log = warnOnConsole,
  nowMs = () => Date.now(),
}: Pick<PhoneServerOptions, 'log' | 'nowMs'>): Say {
  let hasFailed = false;
  const failed = (error: unknown) => {
    if (hasFailed) return;
    hasFailed = true;
    // eslint-disable-next-line no-console -- there is nowhere else to say it
    console.warn(`phone-sign-in: "log" failed, and lines are lost: ${describeError(error)}`);
  };
  return entry => {
    try {
      // A function of the host may be async, whatever its type says.
      Promise.resolve<unknown>(log({ atMs: nowMs(), ...entry })).catch(failed);
    } catch (error) {
      failed(error);
    }
  };
}

/** A host without a log is told what is missing around its server all the same. */
function warnOnConsole({ outcome, detail }: LogEntry): void {
  // eslint-disable-next-line no-console -- for the host's author
  if (outcome === 'warning') console.warn(`phone-sign-in: ${detail}`);
}
