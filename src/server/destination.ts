import type { Channel } from '../channels.js';
import type { E164 } from '../protocol.js';
import { callingCodeOf } from './mask.js';
import { kindOf } from './number-kinds.js';

/** Where a message goes, and how. */
export interface Destination {
  /** ISO 3166-1 alpha-2, or the calling code where the plan does not tell the country. */
  country: string;
  /** "44" */
  callingCode: string;
  channel: Channel;
}

export async function destinationOf(phone: E164): Promise<Omit<Destination, 'channel'>> {
  const callingCode = callingCodeOf(phone);
  const { country = callingCode } = await kindOf(phone);
  return { country, callingCode: callingCode.slice(1) };
}
