import { beforeAll, describe, expect, test } from 'vitest';
import { errorCodes } from '../../../src/errors.js';
import { errorText, sentText } from '../../../src/localization/error-texts.js';
import { locales } from '../../../src/localization/locales.js';
import { missingNumberText } from '../../../src/localization/first-texts.js';
import { numberProblemText } from '../../../src/localization/number-texts.js';
import { doneText } from '../../../src/localization/end-texts.js';
import { headingText } from '../../../src/localization/purpose-texts.js';
import { loadTexts, sourceTexts } from '../../../src/localization/texts.js';
import { purposes } from '../../../src/protocol.js';

beforeAll(() => sourceTexts.loadRest());

describe.each(locales)('in %s', locale => {
  test.each(errorCodes)('%s is said in a sentence', async code => {
    const texts = await loadTexts(locale);
    for (const facts of [{}, { retryInMs: 42_000 }, { attemptsLeft: 1 }]) {
      const text = errorText(texts, { code, ...facts });
      expect(text).toMatch(/\p{L}[\p{L}\p{M}]/u);
      expect(text).not.toMatch(/\$\{|\{\d|undefined|NaN|_/);
      if (locale !== 'en') expect(text).not.toBe(errorText(sourceTexts, { code, ...facts }));
    }
  });

  test('every number problem, heading and end is said, each its own way', async () => {
    const texts = await loadTexts(locale);
    const problems = [
      'too-short',
      'too-long',
      'invalid-country-code',
      'invalid-number',
      'not-mobile',
      'country-not-allowed',
    ] as const;
    const said = [
      ...problems.map(problem => numberProblemText(texts, problem)),
      missingNumberText(texts),
      doneText(texts, 'session'),
      doneText(texts, 'number'),
    ];
    expect(new Set(said.filter(text => /\p{L}[\p{L}\p{M}]/u.test(text))).size).toBe(said.length);
    for (const purpose of purposes) expect(headingText(texts, purpose)).toMatch(/\p{L}[\p{L}\p{M}]/u);
  });
});

describe('a wait', () => {
  test.each([
    ['en', 'Too many attempts. Try again in 42 seconds.'],
    ['ru', 'Слишком много попыток. Попробуйте через 42 секунды.'],
    ['th', 'คุณลองหลายครั้งเกินไป กรุณาลองใหม่ในอีก 42 วินาที'],
    ['zh-CN', '操作过于频繁，请在42秒钟后再试'],
    ['zh-TW', '嘗試次數過多，請於 42 秒後再試。'],
    ['de', 'Zu viele Versuche. Versuchen Sie es in 42 Sekunden erneut.'],
    ['fr', 'Trop de tentatives. Réessayez dans 42 secondes.'],
    ['es', 'Demasiados intentos. Vuelve a intentarlo dentro de 42 segundos.'],
    ['it', 'Troppi tentativi. Riprova tra 42 secondi.'],
    ['pt-BR', 'Muitas tentativas. Tente novamente em 42 segundos.'],
    ['pt-PT', 'Demasiadas tentativas. Tente novamente dentro de 42 segundos.'],
    ['cs', 'Příliš mnoho pokusů. Zkuste to znovu za 42 sekund.'],
    ['pl-PL', 'Zbyt wiele prób. Spróbuj ponownie za 42 sekundy.'],
  ] as const)('is part of the sentence in %s', async (locale, sentence) => {
    expect(errorText(await loadTexts(locale), { code: 'rate_limited', retryInMs: 41_001 })).toBe(sentence);
  });

  test('that is over or not known is not told', () => {
    const later = 'Too many attempts. Try again later.';
    expect(errorText(sourceTexts, { code: 'rate_limited' })).toBe(later);
    expect(errorText(sourceTexts, { code: 'rate_limited', retryInMs: 0 })).toBe(later);
  });
});

test.each(locales.filter(locale => locale !== 'th'))(
  'what another sentence may follow ends in %s with a mark',
  async locale => {
    const texts = await loadTexts(locale);
    const first = [
      sentText(texts),
      ...(['code_invalid', 'code_rejected'] as const).map(code => errorText(texts, { code })),
    ];
    for (const text of first) expect(text).toMatch(/[.。।۔]$/);
  },
);

test('the tries left are told where they are known', async () => {
  const russian = await loadTexts('ru');
  expect(errorText(russian, { code: 'code_invalid' })).toBe('Неверный код.');
  expect(errorText(russian, { code: 'code_invalid', attemptsLeft: 3 })).toBe(
    'Неверный код. Осталось попыток: 3.',
  );
});
