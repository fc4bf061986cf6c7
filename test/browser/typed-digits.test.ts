/** The order of typed digits, whatever happens between two keys: on the real element, with the browser's own editing. */
import fc from 'fast-check';
import { html } from 'lit';
import { expect, test } from 'vitest';
import type { PhoneNumberField } from '../../src/index.js';
import { examples, metadata, zones } from '../../src/phone/library.js';
import { loadPhoneCore } from '../../src/phone/load.js';
import { show } from './helpers.js';

/** As if the page had just been opened: plans arrive a task after the key that needs them. */
function forgetPlans(): void {
  zones.clear();
  for (const table of [metadata.countries, metadata.country_calling_codes, examples]) {
    for (const key of Object.keys(table)) Reflect.deleteProperty(table, key);
  }
}

const numbers = [
  '+886912345678',
  '+66812345678',
  '+12125550123',
  '+447400123456',
  '+5511961234567',
  '07400123456',
  '2125550123',
];

/** What happens between two keys. */
const happenings = {
  keyUp: field => {
    inputOf(field).dispatchEvent(new KeyboardEvent('keyup', { bubbles: true, composed: true }));
  },
  plansArrive: () => new Promise(done => setTimeout(done)),
  framePainted: () => new Promise(done => requestAnimationFrame(() => setTimeout(done))),
  countryGuessed: field => {
    // A guess comes to a field whose number names no country.
    if (!inputOf(field).value.startsWith('+')) field.country = 'GB';
  },
  languageArrives: field => {
    field.locale = field.locale === 'de' ? 'th' : 'de';
  },
  hintChanges: field => {
    field.hint = `${Math.random()}`;
  },
} satisfies Record<string, (field: PhoneNumberField) => unknown>;
type Happening = keyof typeof happenings;

const inputOf = (field: PhoneNumberField) => field.shadowRoot!.querySelector('input')!;

test('typed digits stay in order, whatever comes between them', { timeout: 60_000 }, async () => {
  await loadPhoneCore();
  const kinds = Object.keys(happenings) as Happening[];
  const between = fc.array(fc.constantFrom(...kinds), { maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...numbers),
      fc.nat(10),
      fc.array(between, { minLength: 14, maxLength: 14 }),
      async (number, quick, pauses) => {
        forgetPlans();
        const field = await show<PhoneNumberField>(
          html`<phone-number-field lang="en" default-country="US"></phone-number-field>`,
        );
        field.focus();
        for (const [index, key] of [...number].entries()) {
          // The browser's own editing, at the browser's own caret.
          document.execCommand('insertText', false, key);
          // The first keys come so fast that nothing is fetched in between.
          if (index < quick) continue;
          for (const happening of pauses[index] ?? []) await happenings[happening](field);
        }
        await happenings.plansArrive();
        await happenings.framePainted();
        expect(inputOf(field).value.replace(/[^\d+]/g, '')).toBe(number);
        field.remove();
      },
    ),
    { numRuns: 80, seed: 15 },
  );
});
