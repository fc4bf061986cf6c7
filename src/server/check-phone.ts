/** What a number must be to be texted to: a possible one, in the only form it has. */
import { loadPhoneCore } from '../phone/load.js';
import type { CheckPhone } from './options.js';

/** Fetches the numbering plans of a calling code when a number of it is first asked about. */
export const checkPossible: CheckPhone = async phone => {
  const core = await loadPhoneCore();
  await core.loadMetadata(phone, undefined);
  const { e164, country } = core.readNumber(phone, undefined);
  return e164 === phone ? { valid: true, ...(country && { country }) } : { valid: false };
};
