import { str } from '@lit/localize/internal/str-tag.js';
import { html } from 'lit';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { inTime } from '../../../src/localization/in-time.js';
import { locales, type Locale } from '../../../src/localization/locales.js';
import { loadedTexts, loadTexts, sourceTexts, Texts } from '../../../src/localization/texts.js';

const close = (texts: Texts) =>
  texts.msg('Close', { id: 'close', desc: 'Button that closes the list of countries.' });

describe('a text', () => {
  test('is in the language of its Texts, beside others', async () => {
    const [russian, taiwanese] = await Promise.all([loadTexts('ru'), loadTexts('zh-TW')]);
    expect([russian, taiwanese, sourceTexts, russian].map(close)).toEqual([
      'Закрыть',
      '關閉',
      'Close',
      'Закрыть',
    ]);
  });

  test('is the English one where the language lacks it', async () => {
    const thai = await loadTexts('th');
    expect(thai.msg('Not there', { id: 'not-there', desc: '' })).toBe('Not there');
    expect(thai.msg(str`Not ${1} there`, { id: 'not-there', desc: '' })).toBe('Not 1 there');
    expect(close(new Texts('th'))).toBe('Close');
  });

  test('takes its placeholders where the language puts them', async () => {
    const shown = (texts: Texts, count: number) =>
      texts.msg(str`Countries found: ${count}`, { id: 'country-count', desc: '' });
    const [russian, thai] = await Promise.all([loadTexts('ru'), loadTexts('th')]);
    expect([shown(russian, 5), shown(thai, 5), shown(russian, 21)]).toEqual([
      'Найдено стран: 5',
      'พบ 5 ประเทศ',
      'Найдено стран: 21',
    ]);
  });

  test('with markup keeps the markup and its values', async () => {
    const thai = await loadTexts('th');
    const { strings, values } = thai.msg(html`Sent to <span class="number">${'+66 2'}</span>`, {
      id: 'sent-to',
      desc: '',
    });
    expect(strings.join('|')).toBe('ส่งไปที่ <span class="number">|</span> แล้ว');
    expect(values).toEqual(['+66 2']);
  });
});

test('texts are loaded once', async () => {
  const texts = await loadTexts('ru');
  expect(loadedTexts('ru')).toBe(texts);
  expect(await loadTexts('ru')).toBe(texts);
  expect(loadedTexts('en')).toBe(sourceTexts);
  const [one, other] = await Promise.all([loadTexts('nl'), loadTexts('nl')]);
  expect(one).toBe(other);
});

describe('a language that cannot be loaded', () => {
  const path = '../../../src/localization/generated/th.js';

  beforeEach(() => {
    vi.resetModules();
  });

  afterEach(() => {
    vi.doUnmock(path);
    vi.restoreAllMocks();
  });

  test('is English, with one warning that names it, and is tried again', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    vi.doMock(path, () => {
      throw new TypeError('Failed to fetch dynamically imported module');
    });
    const fresh = await import('../../../src/localization/texts.js');
    expect(await fresh.loadTexts('th')).toBe(fresh.sourceTexts);
    expect(fresh.loadedTexts('th')).toBeUndefined();
    expect(warn).toHaveBeenCalledOnce();
    expect(warn.mock.calls[0]).toEqual([expect.stringContaining('"th"'), expect.any(Error)]);

    vi.doUnmock(path);
    expect(close(await fresh.loadTexts('th'))).toBe('ปิด');
    expect(warn).toHaveBeenCalledOnce();
  });
});

test('four languages of ours read from right to left', () => {
  const mirrored = locales.filter(locale => new Texts(locale).direction === 'rtl');
  expect(mirrored).toEqual(['ar', 'fa-IR', 'he', 'ur']);
});

test.each([
  ['fa-IR', '۵'],
  ['bn', '৫'],
  ['mr', '५'],
  ['hi', '5'],
  ['ur', '5'],
  ['ar', '5'],
  ['th', '5'],
  ['cs', '5'],
] as const)('a count in %s has the digits of its sentences, as Intl knows them', async (locale, digit) => {
  const texts = await loadTexts(locale);
  expect(texts.msg(str`Countries found: ${5}`, { id: 'country-count', desc: '' })).toContain(digit);
  expect(inTime(texts, 5000)).toContain(digit);
});

describe('a time to come', () => {
  const secondsMs = 1000;
  const minutesMs = 60 * secondsMs;
  const hoursMs = 60 * minutesMs;

  const wordings: [ms: number, wordings: Partial<Record<Locale, string>>][] = [
    [1, { en: 'in 1 second', ru: 'через 1 секунду', cs: 'za 1 sekundu', 'pl-PL': 'za 1 sekundę' }],
    [2000, { ru: 'через 2 секунды', cs: 'za 2 sekundy', 'pl-PL': 'za 2 sekundy', 'zh-CN': '2秒钟后' }],
    [
      42 * secondsMs,
      {
        en: 'in 42 seconds',
        de: 'in 42 Sekunden',
        es: 'dentro de 42 segundos',
        fr: 'dans 42 secondes',
        it: 'tra 42 secondi',
        'pt-BR': 'em 42 segundos',
        'pt-PT': 'dentro de 42 segundos',
        cs: 'za 42 sekund',
        'pl-PL': 'za 42 sekundy',
        'uk-UA': 'через 42 секунди',
        ru: 'через 42 секунды',
        'tr-TR': '42 saniye sonra',
        ar: 'خلال 42 ثانية',
        'fa-IR': '۴۲ ثانیه بعد',
        ja: '42 秒後',
        ko: '42초 후',
        th: 'ในอีก 42 วินาที',
        'zh-CN': '42秒钟后',
        'zh-TW': '42 秒後',
        'zh-HK': '42 秒後',
      },
    ],
    [59.2 * secondsMs, { en: 'in 60 seconds', ru: 'через 60 секунд', cs: 'za 60 sekund' }],
    [89 * secondsMs, { en: 'in 89 seconds', ru: 'через 89 секунд', 'pl-PL': 'za 89 sekund' }],
    [89 * secondsMs + 1, { en: 'in 2 minutes', ru: 'через 2 минуты', ar: 'خلال دقيقتين' }],
    [90 * secondsMs, { en: 'in 2 minutes', th: 'ในอีก 2 นาที', 'uk-UA': 'через 2 хвилини' }],
    [10 * minutesMs, { en: 'in 10 minutes', cs: 'za 10 minut', ar: 'خلال 10 دقائق', 'zh-TW': '10 分鐘後' }],
    [21 * minutesMs, { ru: 'через 21 минуту', 'uk-UA': 'через 21 хвилину', 'pl-PL': 'za 21 minut' }],
    [90 * minutesMs - 1, { en: 'in 2 hours', ru: 'через 2 часа', 'pl-PL': 'za 2 godziny' }],
    [89 * minutesMs, { en: 'in 89 minutes', ru: 'через 89 минут', cs: 'za 89 minut' }],
    [90 * minutesMs, { en: 'in 2 hours', 'zh-CN': '2小时后', de: 'in 2 Stunden' }],
    [24 * hoursMs, { en: 'in 24 hours', ru: 'через 24 часа', 'fa-IR': '۲۴ ساعت بعد' }],
  ];

  test.each(wordings)('of %d ms is in words, rounded up', (ms, expected) => {
    for (const [locale, wording] of Object.entries(expected)) {
      expect(inTime(new Texts(locale as Locale), ms)).toBe(wording);
    }
  });
});
