/** What the calls of Logto's Experience API are made of, and what a challenge keeps of them. */
import { PhoneError } from '../errors.js';
import type { E164, Purpose } from '../protocol.js';
import type { InteractionEvent } from './logto-refusals.js';

/** The purpose of a code to the number that only Logto knows. */
export const secondFactor = 'mfa-verification' satisfies Purpose;

export const codePath = (purpose: Purpose) =>
  `/verification/${purpose === secondFactor ? 'mfa-' : ''}verification-code`;

/** Digits with the country code: Logto refuses the plus. */
export const identifierOf = (phone: E164 | undefined) => ({ type: 'phone', value: phone?.slice(1) });

export function stateOf({ state }: { state: unknown }): { id: string; event: InteractionEvent } {
  const { id, event } = (state ?? {}) as Record<string, unknown>;
  // What a reload brought back may be another adapter's, or the page's own.
  if (typeof id !== 'string' || !id || typeof event !== 'string') throw new PhoneError('challenge_gone');
  return { id, event: event as InteractionEvent };
}

const inQuery = /[?&]app_id=([\w-]+)(?:&|$)/;
/** JSON in the cookie `_logto`, which scripts may read: as it is, or escaped. */
const inCookie = /(?:^|; )_logto=[^;]*?appId(?:"|%22)(?::|%3A)(?:"|%22)([\w-]+)(?:"|%22)/;

/** The application that Logto serves with this page; neither query nor cookie is there outside of one. */
export function appIdOfPage(): string | undefined {
  const { location, document } = globalThis as Partial<typeof globalThis>;
  // It becomes a header: what else may stand in an address must not break every call.
  return (inQuery.exec(location?.search ?? '') ?? inCookie.exec(document?.cookie ?? ''))?.[1];
}
