import { str } from '@lit/localize/internal/str-tag.js';
import { html } from 'lit';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
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

test('each language of ours reads from left to right', () => {
  for (const locale of locales) expect(new Texts(locale).direction).toBe('ltr');
});

describe('a time to come', () => {
  const secondsMs = 1000;
  const minutesMs = 60 * secondsMs;
  const hoursMs = 60 * minutesMs;

  test.each<[ms: number, ...wordings: string[]]>([
    // ms, en, ru, th, zh-CN, zh-TW
    [1, 'in 1 second', 'через 1 секунду', 'ในอีก 1 วินาที', '1秒钟后', '1 秒後'],
    [42 * secondsMs, 'in 42 seconds', 'через 42 секунды', 'ในอีก 42 วินาที', '42秒钟后', '42 秒後'],
    [59.2 * secondsMs, 'in 60 seconds', 'через 60 секунд', 'ในอีก 60 วินาที', '60秒钟后', '60 秒後'],
    [89 * secondsMs, 'in 89 seconds', 'через 89 секунд', 'ในอีก 89 วินาที', '89秒钟后', '89 秒後'],
    [89 * secondsMs + 1, 'in 2 minutes', 'через 2 минуты', 'ในอีก 2 นาที', '2分钟后', '2 分鐘後'],
    [90 * secondsMs, 'in 2 minutes', 'через 2 минуты', 'ในอีก 2 นาที', '2分钟后', '2 分鐘後'],
    [10 * minutesMs, 'in 10 minutes', 'через 10 минут', 'ในอีก 10 นาที', '10分钟后', '10 分鐘後'],
    [21 * minutesMs, 'in 21 minutes', 'через 21 минуту', 'ในอีก 21 นาที', '21分钟后', '21 分鐘後'],
    [90 * minutesMs - 1, 'in 2 hours', 'через 2 часа', 'ในอีก 2 ชั่วโมง', '2小时后', '2 小時後'],
    [89 * minutesMs, 'in 89 minutes', 'через 89 минут', 'ในอีก 89 นาที', '89分钟后', '89 分鐘後'],
    [90 * minutesMs, 'in 2 hours', 'через 2 часа', 'ในอีก 2 ชั่วโมง', '2小时后', '2 小時後'],
    [24 * hoursMs, 'in 24 hours', 'через 24 часа', 'ในอีก 24 ชั่วโมง', '24小时后', '24 小時後'],
  ])('of %d ms is in words, rounded up', (ms, en, ru, th, zhCN, zhTW) => {
    const expected = { en, ru, th, 'zh-CN': zhCN, 'zh-TW': zhTW } satisfies Record<
      Locale,
      string | undefined
    >;
    expect(Object.fromEntries(locales.map(locale => [locale, new Texts(locale).inTime(ms)]))).toEqual(
      expected,
    );
  });
});
