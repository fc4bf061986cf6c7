import { isE164 } from '../e164.js';
import { formatInternational, loadMetadata } from '../phone/core.js';
import type { PhoneSignIn } from './phone-sign-in.js';

/** Shows a number in the sentences of the sign-in as a person would be told it: "+44 7400 123456". */
export async function showPhone(host: PhoneSignIn, number: string): Promise<void> {
  if (!isE164(number)) return;
  host.shownPhone = number;
  // Unformatted, where the plans cannot be had.
  await loadMetadata(number, undefined).catch(() => undefined);
  host.shownPhone = formatInternational(number);
}
