/** What a sign-in can begin with, by what backend and page say. */
import type { Backend, BackendSettings, FirstFactor } from '../backends/backend.js';
import type { Channel } from '../channels.js';
import type { Purpose } from '../protocol.js';

/** A backend that is there, and what it has said of itself. */
export interface KnownBackend {
  backend: Backend;
  settings: BackendSettings | undefined;
}

const codeAlone: readonly FirstFactor[] = ['code'];

/** What is offered, the first first. `first`: what the page would have first. */
export function offeredFactors(
  purpose: Purpose,
  known: KnownBackend | undefined,
  first: FirstFactor | undefined,
): readonly FirstFactor[] {
  const served = known?.backend.capabilities.firstFactors ?? codeAlone;
  const said = known?.settings?.firstFactors?.filter(each => served.includes(each));
  // A backend that says nothing has passwords where the page says so.
  const offered = said ?? (first ? served : codeAlone);
  if (purpose !== 'sign-in' || !offered.includes('password')) return codeAlone;
  return first && offered.includes(first) ? [first, ...offered.filter(each => each !== first)] : offered;
}

/** What codes can be sent by, the first first; nothing until the backend has said so, and where it does not. */
export function offeredChannels(known: KnownBackend | undefined): readonly Channel[] {
  return known?.settings?.channels ?? known?.backend.capabilities.channels ?? [];
}

/** Whether a forgotten password can be replaced by a code and a new one. */
export function canResetPassword(known: KnownBackend | undefined): boolean {
  const { backend, settings } = known ?? {};
  const served = settings?.purposes ?? backend?.capabilities.purposes;
  return Boolean(backend?.continueWith && served?.includes('forgot-password'));
}
