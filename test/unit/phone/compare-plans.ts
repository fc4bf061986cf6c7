/** Reads and types a number by the shards and by the library's whole metadata, and holds that nothing differs. */
import { expect } from 'vitest';
import { hasMetadata, loadMetadata } from '../../../src/phone/core.js';
import type { CountryCode } from '../../../src/phone/countries.js';
import {
  AsYouType,
  metadata,
  parsePhoneNumberFromString,
  type PhoneMetadata,
} from '../../../src/phone/library.js';
import { forgetPlans, fullMetadata } from './plans.js';

function parsed(text: string, country: CountryCode, from: PhoneMetadata) {
  const number = parsePhoneNumberFromString(text, { defaultCountry: country }, from);
  return (
    number && [
      number.number,
      number.country,
      number.nationalNumber,
      number.isPossible(),
      number.isValid(),
      number.getType(),
      number.formatNational(),
      number.formatInternational(),
      number.getURI(),
    ]
  );
}

/** Every state on the way, or the error that the library throws in it. */
function typed(text: string, country: CountryCode, from: PhoneMetadata) {
  const states: unknown[] = [];
  try {
    const formatter = new AsYouType(country, from);
    for (const character of text) {
      states.push(formatter.input(character), formatter.getCountry(), formatter.getNumberValue());
    }
  } catch (error) {
    states.push(String(error));
  }
  return states;
}

/** With the plans that this text asks for, and no others. */
export async function expectEqual(text: string, country: CountryCode): Promise<void> {
  forgetPlans();
  await loadMetadata(text, country);
  expect(hasMetadata(text, country)).toBe(true);
  const differ = (what: string) => `${what} of "${text}" in ${country}`;
  expect(parsed(text, country, metadata), differ('parse')).toEqual(parsed(text, country, fullMetadata));
  expect(typed(text, country, metadata), differ('typing')).toEqual(typed(text, country, fullMetadata));
}
