/** Where the step of a sign-in survives a reload: one entry for each backend, endpoint and purpose of the page. */
import type { PhoneSignIn } from './phone-sign-in.js';

export interface StepStorage {
  storage: Storage;
  key: string;
}

export function stepStorage(host: PhoneSignIn): StepStorage | undefined {
  const { backend, endpoint, noPersist, purpose } = host;
  if (noPersist) return undefined;
  const name = typeof backend === 'string' ? backend : 'custom';
  try {
    return { storage: sessionStorage, key: `phone-sign-in/1 ${name} ${endpoint} ${purpose}` };
  } catch {
    // Reading `sessionStorage` throws where a page may not store, as in a sandboxed frame.
    return undefined;
  }
}

/** Whether a reload kept a step, which must be there before anything is drawn. */
export function hasKeptStep(host: PhoneSignIn): boolean {
  const kept = stepStorage(host);
  return kept?.storage.getItem(kept.key) != null;
}
