/**
 * The one table of the widget's languages, English apart: what each is called, which way it is read, what its messages are
 * made of, its letters, its terms, what it avoids. `i18n.mjs` makes from it whatever else has to name a language, and
 * `i18n-check.mjs` holds the texts to it. Another language is another row: `npm run i18n:add -- sv`.
 */
import austronesian from './austronesian.mjs';
import eastAsian from './east-asian.mjs';
import european from './european.mjs';
import germanic from './germanic.mjs';
import middleEastern from './middle-eastern.mjs';
import romance from './romance.mjs';
import slavic from './slavic.mjs';
import southernAsian from './southern-asian.mjs';

/**
 * What is particular to a language.
 *
 * @typedef {object} Language
 * @property {string} name - What it calls itself.
 * @property {string} english
 * @property {{ locale: string, write: (text: string) => string }} [madeFrom] - Another one of the table, of whose texts its own
 *   are made, in its letters: it has no file of translations.
 * @property {'GSM-7' | 'UCS-2'} sms - What its messages are made of: 160 characters a segment, or 70.
 * @property {boolean} [isRightToLeft]
 * @property {RegExp} letter - A letter of its script.
 * @property {() => ReadonlySet<string>} [characters] - The only characters of that script it writes with.
 * @property {readonly string[]} [foreign] - Words of another script that it uses as they are.
 * @property {Record<keyof typeof concepts, RegExp>} terms
 * @property {readonly (readonly [RegExp, string])[]} avoid - What must not stand in a text, and why.
 */

/** The texts that must name a thing by the term that a language has for it. */
export const concepts = {
  code: ['heading-code', 'number-description', 'sms-generic'],
  phone: ['number-label', 'heading-generic', 'number-missing'],
  sms: ['number-description', 'error-delivery-failed', 'sent'],
};

/** @type {Record<string, Language>} by BCP 47 tag, in their order */
export const languages = Object.fromEntries(
  Object.entries({
    ...austronesian,
    ...eastAsian,
    ...european,
    ...germanic,
    ...middleEastern,
    ...romance,
    ...slavic,
    ...southernAsian,
  }).sort(([a], [b]) => (a < b ? -1 : 1)),
);

/**
 * Units that rightly read as in English, by language.
 *
 * @type {Record<string, readonly string[]>}
 */
export const sameAsSource = { fil: ['password'] };
