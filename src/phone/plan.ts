/** What a country's numbering plan says that the library does not hand out. */
import { matchCallingCode, type CountryCode } from './countries.js';
import { metadata, PhoneNumber } from './library.js';
import { zoneOfCode, type Zone } from './zones.js';

/** Made for one country: the library's types only know the form that finds the country out. */
const NumberOf = PhoneNumber as unknown as new (
  country: CountryCode,
  nationalNumber: string,
  metadata: unknown,
) => PhoneNumber;

type Lengths = readonly number[];

const planOf = (country: CountryCode) => metadata.countries[country] ?? [];

/** Made once: a number is asked for its prefix at every length, at every key. */
const prefixes = new Map<string, RegExp>();

function prefixOf(country: CountryCode): RegExp | undefined {
  const prefix = planOf(country)[1];
  if (typeof prefix !== 'string') return undefined;
  let expression = prefixes.get(prefix);
  if (!expression) prefixes.set(prefix, (expression = new RegExp(`^(?:${prefix})`)));
  return expression;
}

/** Digits without the country's own international prefix; undefined where they do not begin with one. */
export function withoutInternationalPrefix(digits: string, country: CountryCode): string | undefined {
  const prefix = prefixOf(country);
  if (!prefix) return undefined;
  const rest = digits.replace(prefix, '');
  return rest === digits || rest.startsWith('0') ? undefined : rest;
}

/**
 * The zones that follow the country's own international prefix, at every length that a formatter sees while the number is
 * typed: of Hong Kong's "0030" it takes "00" for the prefix as soon as it is there, and then 3 for a calling code.
 */
export function zonesBehindPrefix(digits: string, country: CountryCode): Set<Zone> {
  const zones = new Set<Zone>();
  for (let length = 1; length < digits.length; length++) {
    const rest = withoutInternationalPrefix(digits.slice(0, length), country);
    const code = rest !== undefined && matchCallingCode(digits.slice(length - rest.length));
    if (code) zones.add(zoneOfCode(code));
  }
  return zones;
}

/** How many national digits a mobile number has there; any number's, where the plan does not tell them apart. */
export function mobileLengths(country: CountryCode): Lengths {
  const plan = planOf(country);
  const types = plan[11] as [unknown, [string, Lengths?]?] | undefined;
  return types?.[1]?.[1] ?? (plan[3] as Lengths | undefined) ?? [];
}

/** Whether a national number is a valid one of exactly this country, whichever country the library would have chosen. */
export function isValidIn(country: CountryCode, nationalNumber: string): boolean {
  return nationalNumber !== '' && new NumberOf(country, nationalNumber, metadata).isValid();
}
