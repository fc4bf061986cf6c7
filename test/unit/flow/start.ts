/** A sign-in under test, with all that is around it: backend, clock and storage. */
import { expect, vi } from 'vitest';
import type { Outcome } from '../../../src/backends/backend.js';
import type { PhoneError } from '../../../src/errors.js';
import { createSignIn, type SignInOptions } from '../../../src/flow/sign-in.js';
import { alice, challengeTo, createFakeClock, createMemoryStorage } from './fixtures.js';
import { createScriptedBackend, settle } from './scripted-backend.js';

export const session: Outcome = { kind: 'session', token: 'secret-token', claims: { sub: 'alice' } };
export const storageKey = 'phone-sign-in';

export function start(changes: Partial<SignInOptions> = {}) {
  const backend = createScriptedBackend();
  const clock = createFakeClock();
  const storage = createMemoryStorage();
  const report = vi.fn<(error: PhoneError) => void>();
  const options: SignInOptions = {
    backend,
    purpose: 'sign-in',
    locale: () => 'en',
    persist: { storage, key: storageKey },
    report,
    clock,
    ...changes,
  };
  const signIn = createSignIn(options);
  return { backend, clock, storage, report, signIn, options };
}

/** The code step, with a code sent to Alice. */
export async function startAtCode(changes: Partial<SignInOptions> = {}) {
  const all = start(changes);
  all.signIn.requestCode(alice);
  await settle();
  await all.backend.last('requestCode').answer(challengeTo(alice));
  expect(all.signIn.state.step).toBe('code');
  return all;
}

/** The same page after a reload: the same storage and clock, all else anew. */
export function reload({ storage, clock }: Pick<ReturnType<typeof start>, 'storage' | 'clock'>) {
  return start({ persist: { storage, key: storageKey }, clock });
}
