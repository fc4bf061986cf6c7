/** Where the step of a sign-in survives a reload: one entry for each sign-in of the page. */
import type { SignInHost } from './host.js';

/** What tells a sign-in from another. */
type Keeper = Pick<SignInHost, 'backend' | 'endpoint' | 'id' | 'noPersist' | 'purpose'>;

export interface StepStorage {
  storage: Storage;
  key: string;
}

/** Which element has which entry: two of the same purpose on a page are two sign-ins. */
const holders = new Map<string, Keeper>();

/**
 * The entry is told apart by backend, endpoint and purpose; then by the element's `id`, or else by its place among those
 * that have none, in the order in which they came into the page: after a reload that is the same.
 */
export function stepStorage(host: Keeper): StepStorage | undefined {
  const { backend, endpoint, id, noPersist, purpose } = host;
  if (noPersist) return undefined;
  const name = typeof backend === 'string' ? backend : 'custom';
  const common = `phone-sign-in/1 ${name} ${endpoint} ${purpose}`;
  let place = 0;
  let key = id ? `${common} #${id}` : common;
  while ((holders.get(key) ?? host) !== host) key = `${common} ${++place}`;
  holders.set(key, host);
  try {
    return { storage: sessionStorage, key };
  } catch {
    // Reading `sessionStorage` throws where a page may not store, as in a sandboxed frame.
    return undefined;
  }
}

/** The element has left the page: its place is free. */
export function leaveStepStorage(host: Keeper): void {
  for (const [key, holder] of holders) if (holder === host) holders.delete(key);
}

/** Whether a reload kept a step, which must be there before anything is drawn. */
export function hasKeptStep(host: Keeper): boolean {
  const kept = stepStorage(host);
  return kept?.storage.getItem(kept.key) != null;
}
