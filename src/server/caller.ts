import type { LogEntry } from './options.js';

/** Who asks, and what the log will say of it. */
export interface Caller {
  request: Request;
  /** The secret of `Phone-Client`. */
  client: string;
  /** Who shares the budgets of addresses; `undefined` where nothing is known. */
  address: string | undefined;
  /** Set once something was done that must not be done again: this answer is kept for who repeats the request. */
  hasDecided: boolean;
  note: Note;
}

/** What the log will say beside the outcome of a call that succeeds. */
export type Note = Omit<LogEntry, 'atMs' | 'event' | 'outcome' | 'request'> & {
  outcome?: LogEntry['outcome'];
};
