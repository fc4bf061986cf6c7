/**
 * Every country's example, as it is written and dialled anywhere, beside two other readers. What they make of it otherwise
 * stands in a table with its reason (test/fixtures/oracle-disagreements.ts): `npm run test:oracle`.
 */
import { describe, expect, test } from 'vitest';
import { allCountries, type CountryCode } from '../../src/phone/countries.js';
import { disagreements, type Difference } from '../fixtures/oracle-disagreements.js';
import { exampleOf, oracles, ours, writtenForms, type Oracle } from './oracles.js';

const names = Object.keys(oracles) as Oracle[];

interface Counts {
  right: number;
  'asked, with the right one': number;
  nothing: number;
  'silently wrong': number;
}

const none = (): Counts => ({ right: 0, 'asked, with the right one': 0, nothing: 0, 'silently wrong': 0 });

/** How each reader did with one form, and where the others did not do what we did: a line for the table each. */
class Comparison {
  readonly #form: string;
  readonly counts: Record<'ours' | Oracle, Counts>;
  readonly wrong: string[] = [];
  readonly #places: Record<Oracle, Record<Difference, Map<string, string[]>>>;

  constructor(form: string) {
    this.#form = form;
    const byDifference = () => ({
      'reads nothing': new Map(),
      'reads another': new Map(),
      'does not ask': new Map(),
    });
    this.counts = { ours: none(), 'google-libphonenumber': none(), 'libphonenumber-js': none() };
    this.#places = { 'google-libphonenumber': byDifference(), 'libphonenumber-js': byDifference() };
  }

  /** `example`: whose number it is, where it is not the chosen country's. */
  async add(text: string, chosen: CountryCode, truth: string, example = ''): Promise<void> {
    const our = await ours(text, chosen);
    const isAsked = our.offers.includes(truth);
    this.counts.ours[verdict(our.e164, truth, isAsked)]++;
    if (our.e164 !== truth && !isAsked) this.wrong.push(`${this.#form}: ${text} in ${chosen}: ${our.e164}`);
    for (const name of names) {
      const theirs = oracles[name](text, chosen);
      this.counts[name][verdict(theirs, truth, false)]++;
      if (theirs === our.e164) continue;
      const difference = !theirs ? 'reads nothing' : our.e164 ? 'reads another' : 'does not ask';
      const places = this.#places[name][difference];
      places.set(chosen, [...(places.get(chosen) ?? []), example]);
    }
  }

  /** "TH(JP IN)": in Thailand, of Japan's and India's example; "US(245)" where there are more than twenty. */
  lines(): string[] {
    return names.flatMap(name =>
      Object.entries(this.#places[name]).flatMap(([difference, places]) =>
        [...places].map(([chosen, of]) => {
          const which = of.length > 20 ? of.length : of.join(' ');
          return `${name} ${difference}, ${this.#form}: ${chosen}${which && `(${which})`}`;
        }),
      ),
    );
  }
}

function verdict(e164: string, truth: string, isAsked: boolean): keyof Counts {
  if (e164 === truth) return 'right';
  if (isAsked) return 'asked, with the right one';
  return e164 ? 'silently wrong' : 'nothing';
}

/** The lines of the table for some forms. */
const listed = (isOf: (form: string) => boolean) =>
  disagreements
    .filter(({ form }) => isOf(form))
    .flatMap(({ difference, form, places }) =>
      names.flatMap(name =>
        places.match(/\w+(?:\([^)]*\))?/g)!.map(place => `${name} ${difference}, ${form}: ${place}`),
      ),
    );

function expectListed(found: readonly string[], table: readonly string[]): void {
  const [isFound, isListed] = [new Set(found), new Set(table)];
  expect(
    found.filter(line => !isListed.has(line)),
    'disagreements that are not in the table',
  ).toEqual([]);
  expect(
    table.filter(line => !isFound.has(line)),
    'rows of the table that agree by now',
  ).toEqual([]);
}

describe('the examples of all countries', { timeout: 900_000 }, () => {
  test('each row of the table has its reason', () => {
    for (const { reason } of disagreements) expect(reason.length).toBeGreaterThan(30);
  });

  test('in 13 written forms, in their own country', async () => {
    const forms = new Map<string, Comparison>();
    for (const country of allCountries) {
      for (const [form, text] of Object.entries(writtenForms(country))) {
        const comparison = forms.get(form) ?? new Comparison(form);
        forms.set(form, comparison);
        await comparison.add(text, country, exampleOf(country));
      }
    }
    expect(forms.size).toBe(13);
    const all = [...forms.values()];
    for (const [form, { counts }] of forms) {
      console.log(`${form}, in the own country`);
      console.table(counts);
    }
    expect(all.flatMap(({ wrong }) => wrong)).toEqual([]);
    expectListed(
      all.flatMap(comparison => comparison.lines()),
      listed(form => forms.has(form)),
    );
  });

  test.each(['00', '+'])('behind %s, in every country', async prefix => {
    const comparison = new Comparison(prefix);
    for (const chosen of allCountries) {
      for (const of of allCountries) {
        const truth = exampleOf(of);
        await comparison.add(prefix + truth.slice(1), chosen, truth, of);
      }
    }
    console.log(`${allCountries.length ** 2} pairs behind ${prefix}`);
    console.table(comparison.counts);
    expect(comparison.counts.ours['silently wrong']).toBe(0);
    expect(comparison.wrong).toEqual([]);
    expectListed(
      comparison.lines(),
      listed(form => form === prefix),
    );
  });
});
