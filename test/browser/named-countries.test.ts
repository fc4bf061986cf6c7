/** Countries as pages name them, and what their authors are told. */
import { html } from 'lit';
import { expect, test, vi } from 'vitest';
import type { PhoneNumberField } from '../../src/index.js';
import { show } from './helpers.js';

const countryOf = (field: PhoneNumberField) => expect.poll(() => field.country);

test('codes are taken in any case, as properties too, and the author is told of what is none, once each', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const field = await show<PhoneNumberField>(
    html`<phone-number-field default-country="gb"></phone-number-field>`,
  );
  await countryOf(field).toBe('GB');
  Object.assign(field, { country: 'de' });
  await countryOf(field).toBe('DE');
  Object.assign(field, { country: 'XX', countries: ['uk', 'fr'], defaultCountry: 'xx' });
  Object.assign(field, { country: 'XX' });
  await countryOf(field).toBe('FR');
  await expect
    .poll(() => warn.mock.calls.map(([text]) => String(text)).toSorted())
    .toEqual([
      'phone-sign-in: "UK" is not an ISO 3166-1 alpha-2 code of a country; say "GB".',
      'phone-sign-in: "XX" is not an ISO 3166-1 alpha-2 code of a country; it is left out.',
    ]);
  warn.mockRestore();
});

test('a closed list without the visitor’s country begins with the first one offered', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const field = await show<PhoneNumberField>(
    html`<phone-number-field countries="NZ FJ" default-country="US"></phone-number-field>`,
  );
  await countryOf(field).toBe('NZ');
  await expect
    .poll(() => warn.mock.calls)
    .toEqual([
      ['phone-sign-in: default-country "US" is not one of the countries that are offered; it is left out.'],
    ]);
  field.countries = ['FJ'];
  await countryOf(field).toBe('FJ');
  warn.mockRestore();
});
