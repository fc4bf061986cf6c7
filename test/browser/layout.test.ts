import { html } from 'lit';
import { afterEach, beforeAll, beforeEach, describe, expect, test, onTestFinished } from 'vitest';
import { page } from 'vitest/browser';
import type { PhoneCodeField, PhoneNumberField } from '../../src/index.js';
import { errorCodes, type ErrorCode } from '../../src/errors.js';
import { errorText, tryAgainText } from '../../src/localization/error-texts.js';
import { missingNumberText } from '../../src/localization/first-texts.js';
import { numberProblemText } from '../../src/localization/number-texts.js';
import { findInOwn } from '../../src/localization/messages.js';
import { loadTexts, sourceTexts, Texts } from '../../src/localization/texts.js';
import { show } from './helpers.js';
import { PseudoTexts } from './pseudo-texts.js';
import { overflowing, setPage, walk } from './walk.js';
import { walkedLocales } from './walked-locales.js';

/** What is left for a field inside the card on a page 320 px wide with the usual margins. */
const fieldWidth = 249;
const page320 = `inline-size: ${fieldWidth}px; font-family: system-ui, sans-serif`;
/** As the sign-in draws the link behind an error. */
const link = 'border: 0; padding: 0; background: none; font: inherit; font-weight: 560';

const codeErrors: ErrorCode[] = [
  'code_invalid',
  'code_expired',
  'code_rejected',
  'too_many_attempts',
  'challenge_gone',
];
const retriable: ErrorCode[] = ['network', 'timeout', 'server_error'];
const numberErrors = errorCodes.filter(code => !codeErrors.includes(code));

beforeAll(() => sourceTexts.loadRest());

beforeEach(async () => {
  await page.viewport(320, 640);
});

describe.each(walkedLocales)('at 320 px in %s', locale => {
  test('no error under the number moves what is below it', async () => {
    const texts = await loadTexts(locale);
    const box = await show<PhoneNumberField>(
      html`<phone-number-field locale=${locale} style=${page320}></phone-number-field>`,
    );
    const height = box.offsetHeight;
    const sentences = [
      ...numberErrors.map(code => errorText(texts, { code })),
      errorText(texts, { code: 'rate_limited', retryInMs: 3_540_000 }),
      ...(
        ['too-short', 'too-long', 'invalid-country-code', 'invalid-number', 'country-not-allowed'] as const
      ).map(problem => numberProblemText(texts, problem)),
      missingNumberText(texts),
    ];
    const tooLong: string[] = [];
    for (const sentence of sentences) {
      box.error = sentence;
      await box.updateComplete;
      if (box.offsetHeight > height) tooLong.push(sentence);
      expect(box.scrollWidth).toBeLessThanOrEqual(fieldWidth);
    }
    expect(tooLong).toEqual([]);
  });

  test('the warning before “Send anyway” moves nothing either', async () => {
    const texts = await loadTexts(locale);
    const box = await show<PhoneNumberField>(
      html`<phone-number-field locale=${locale} style=${page320}></phone-number-field>`,
    );
    const height = box.offsetHeight;
    box.error = numberProblemText(texts, 'not-mobile');
    box.innerHTML = `<button slot="action" style="${link}">${texts.msg('Send anyway', { id: 'send-anyway' })}</button>`;
    await box.updateComplete;
    expect(box.offsetHeight).toBe(height);
  });

  test('no error under the code moves what is below it, with its link neither', async () => {
    const texts = await loadTexts(locale);
    const box = await show<PhoneCodeField>(
      html`<phone-code-field locale=${locale} style=${page320}></phone-code-field>`,
    );
    const height = box.offsetHeight;
    const tooLong: string[] = [];
    for (const code of [...codeErrors, ...retriable]) {
      box.innerHTML = retriable.includes(code)
        ? `<button slot="action" style="${link}">${tryAgainText(texts)}</button>`
        : '';
      for (const attemptsLeft of [undefined, 4]) {
        box.error = errorText(texts, { code, attemptsLeft });
        await box.updateComplete;
        if (box.offsetHeight > height) tooLong.push(box.error);
      }
    }
    expect(tooLong).toEqual([]);
  });
});

describe('every step and error fits', () => {
  afterEach(() => {
    document.documentElement.style.fontSize = '';
    document.body.style.cssText = '';
  });

  /** What overflows, and the state in which it does so first. */
  async function overflowIn(language: string | Texts): Promise<[what: string, state: string][]> {
    const found = new Map<string, string>();
    await walk(language, state => overflowing().forEach(what => found.has(what) || found.set(what, state)));
    return [...found];
  }

  describe.each([
    ['at 320 px', 320, 16],
    ['with text of 200 %', 375, 32],
  ])('%s', (_, width, textSize) => {
    beforeEach(async () => {
      await setPage(width, textSize);
    });

    test.each(walkedLocales)('in %s', async locale => {
      expect(await overflowIn(locale)).toEqual([]);
    });

    test('in a pseudo-language, longer and accented', async () => {
      expect(await overflowIn(new PseudoTexts())).toEqual([]);
    });
  });

  test('and what does not is found', async () => {
    await setPage(320, 16);
    // A page that takes back what lets long words break.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('phone-sign-in::part(card) { overflow-wrap: normal; hyphens: manual }');
    document.adoptedStyleSheets.push(sheet);
    onTestFinished(() => void document.adoptedStyleSheets.pop());
    const wording = {
      send: 'Donaudampfschifffahrtsgesellschaftskapitän',
      'heading-code': 'W'.repeat(40),
    };
    const texts = new Texts('en', undefined, findInOwn({ en: wording }, sourceTexts));
    expect(await overflowIn(texts)).toEqual(
      expect.arrayContaining([
        ['<button class="submit">', 'sign-in'],
        ['<h2 class="">', 'code'],
      ]),
    );
  });
});

test('the lines of Urdu leave room for Nastaliq', async () => {
  await setPage(320, 16);
  const low: string[] = [];
  const signIn = await show(html`<phone-sign-in locale="ur" default-country="GB"></phone-sign-in>`);
  const field = signIn.shadowRoot!.querySelector('phone-number-field')!;
  await field.updateComplete;
  for (const root of [signIn.shadowRoot!, field.shadowRoot!])
    for (const element of root.querySelectorAll('h2, p, label')) {
      const { lineHeight, fontSize } = getComputedStyle(element);
      if (!(parseFloat(lineHeight) >= 1.8 * parseFloat(fontSize)))
        low.push(`${element.localName}.${element.className}`);
    }
  expect(low).toEqual([]);
});
