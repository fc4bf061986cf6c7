/** What kind of number it is, by the whole of the numbering plans: the server has no bytes to save. */
import type { NumberType, PhoneNumber } from 'libphonenumber-js/max';
import type { E164 } from '../protocol.js';

/** Who calls or texts these pays somebody for it, or reaches nobody's pocket. */
const neverTexted: ReadonlySet<NumberType> = new Set<NumberType>([
  'PREMIUM_RATE',
  'SHARED_COST',
  'PERSONAL_NUMBER',
  'UAN',
  'PAGER',
  'VOICEMAIL',
]);

export interface NumberKind {
  isNeverTexted: boolean;
  /** Plans are younger than what is known of them here: a new range looks like this too. */
  isUnassigned: boolean;
  /** The plan reads this number in another form, as without the 0 of "+44 07700 900123": it is somebody's second spelling. */
  isMisspelled: boolean;
  /** Where the plan knows it for sure: not in plans that tell landlines from mobiles by nothing, as +1. */
  isLandline: boolean;
  /** ISO 3166-1 alpha-2; `undefined` where the plan does not say, as for an unassigned number of a shared calling code. */
  country: string | undefined;
}

let parse: ((phone: string) => PhoneNumber | undefined) | undefined;

/** Fetches the plans when the first number is asked about. */
export async function kindOf(phone: E164): Promise<NumberKind> {
  parse ??= (await import('libphonenumber-js/max')).default;
  const number = parse(phone);
  const type = number?.getType();
  return {
    isNeverTexted: neverTexted.has(type),
    isUnassigned: type === undefined,
    isMisspelled: number !== undefined && number.number !== phone,
    isLandline: type === 'FIXED_LINE',
    country: number?.country,
  };
}
