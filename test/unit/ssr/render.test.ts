/** The form as a server draws it: HTML that holds to its rules in every language. */
import { describe, expect, test } from 'vitest';
import { locales } from '../../../src/localization/locales.js';
import { loadTexts } from '../../../src/localization/texts.js';
import { headingText } from '../../../src/localization/purpose-texts.js';
import { purposes } from '../../../src/protocol.js';
import { renderPhoneSignIn } from '../../../src/ssr/index.js';
import { exampleNumber, loadMetadata } from '../../../src/phone/core.js';
import { allCountries } from '../../../src/phone/countries.js';
import { firstTexts } from '../../../src/ssr/generated/first-texts.js';

const textOf = (html: string) => html.replace(/<style.*?<\/style>/gs, '').replace(/<[^>]*>/g, '\n');

test('every language has all of it, as the elements say it', async () => {
  for (const locale of locales) {
    const texts = await loadTexts(locale);
    const everything = { skippable: true, 'message-rates': true, 'default-country': 'GB' };
    for (const purpose of purposes) {
      const html = renderPhoneSignIn({ ...everything, purpose }, { locale });
      expect(textOf(html)).toContain(headingText(texts, purpose).replaceAll("'", '&#39;'));
      expect(html).toContain(`lang="${locale}" dir="${texts.direction}"`);
      expect(html).not.toMatch(/undefined|\{\d\}|\[object/);
    }
    expect(Object.values(firstTexts[locale]).every(text => text.trim() !== '')).toBe(true);
  }
});

test('a tag that is none of ours goes by the nearest, and by English', () => {
  const said = (locale: string) => /lang="([^"]+)" dir/.exec(renderPhoneSignIn({}, { locale }))?.[1];
  expect(['de-AT', 'pt-AO', 'nn', 'xx', '', 'zh-Hant-US'].map(said)).toEqual([
    'de',
    'pt-PT',
    'nb',
    'en',
    'en',
    'zh-TW',
  ]);
  expect(renderPhoneSignIn({ locale: 'fr' }, { locale: 'de' })).toContain('lang="fr" dir="ltr"');
});

test('every country has the example that the field will show', async () => {
  for (const country of allCountries) {
    await loadMetadata('', country);
    const html = renderPhoneSignIn({ 'default-country': country });
    expect(html).toContain(`placeholder="${exampleNumber(country)}"`);
  }
});

describe('what a page hands over stays text', () => {
  const evil = `"><script>alert('1')</script>`;

  test.each([
    'phone',
    'endpoint',
    'heading-level',
    'locale',
    'purpose',
    'default-country',
    'countries',
    'name',
  ])('the attribute %s', name => {
    const html = renderPhoneSignIn({ [name]: evil }, { locale: evil, nonce: evil, stylesheet: evil });
    expect(html).not.toContain('<script');
    expect(html).not.toContain('">alert');
  });

  test('a name that is none is refused', () => {
    expect(() => renderPhoneSignIn({ [evil]: '' })).toThrow(TypeError);
  });

  test('a list has commas, as the element reads it', () => {
    const html = renderPhoneSignIn({ countries: ['GB'] });
    expect(html).toMatch(/^<phone-sign-in countries="GB">/);
    expect(html).toContain('+44');
    expect(renderPhoneSignIn({ countries: ['gb', 'FR'] })).toContain('countries="gb,FR"');
  });

  test('an object is JSON, a boolean is there or not, nothing is nothing', () => {
    const html = renderPhoneSignIn({
      'backend-options': { anonKey: 'a"b' },
      required: true,
      skippable: false,
      phone: undefined,
      purpose: null,
    });
    expect(html).toMatch(
      /^<phone-sign-in backend-options="\{&quot;anonKey&quot;:&quot;a\\&quot;b&quot;\}" required>/,
    );
  });
});

describe('under a strict policy', () => {
  test('each style sheet has the nonce, and there is no style in an attribute', () => {
    const html = renderPhoneSignIn({ 'default-country': 'GB' }, { nonce: 'abc' });
    expect(html.match(/<style/g)).toHaveLength(3);
    expect(html.match(/<style nonce="abc">/g)).toHaveLength(3);
    expect(html).not.toMatch(/\sstyle=/);
  });

  test('or is a file of the page’s', () => {
    for (const stylesheet of ['/assets/form', '/assets/form/']) {
      const html = renderPhoneSignIn({ 'default-country': 'GB' }, { stylesheet });
      expect(html).not.toContain('<style');
      const files = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)">/g)].map(([, href]) => href);
      expect(files).toEqual([
        '/assets/form/phone-sign-in.css',
        '/assets/form/phone-number-field.css',
        '/assets/form/phone-country-picker.css',
      ]);
    }
  });
});
