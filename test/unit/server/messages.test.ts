/** The texts of messages: their language, what they say, and what they cost. */
import { describe, expect, it } from 'vitest';
import { lintTexts } from '../../../scripts/lint-sms.mjs';
import { purposes, type E164 } from '../../../src/protocol.js';
import { composeMessage, messageLocale, messageLocales } from '../../../src/server/message-texts.js';
import { countSegments, isGsm7 } from '../../../src/server/messages/segments.js';
import { messageTexts, type MessageTexts } from '../../../src/server/messages/texts.js';
import { setUp } from './helpers.js';

describe('the segments of a text', () => {
  const emoji = '😀';
  it.each([
    ['nothing', '', 'GSM-7', 0, 1],
    ['160 letters', 'a'.repeat(160), 'GSM-7', 160, 1],
    ['161 letters', 'a'.repeat(161), 'GSM-7', 161, 2],
    ['2 × 153 letters', 'a'.repeat(306), 'GSM-7', 306, 2],
    ['a letter more', 'a'.repeat(307), 'GSM-7', 307, 3],
    ['letters of GSM-7 beyond ASCII', 'ÄÖÜßñéàΔ¿§', 'GSM-7', 10, 1],
    ['a euro, which counts twice', '€', 'GSM-7', 2, 1],
    ['80 euros', '€'.repeat(80), 'GSM-7', 160, 1],
    ['81 euros', '€'.repeat(81), 'GSM-7', 162, 2],
    // 152 letters leave one place in the first part: the euro's two do not fit, and move on.
    ['a euro that would be cut', `${'a'.repeat(152)}€${'a'.repeat(152)}`, 'GSM-7', 306, 3],
    ['brackets and a backslash', '{}[]~^|\\', 'GSM-7', 16, 1],
    ['a curly quote', 'Don’t share it.', 'UCS-2', 15, 1],
    ['a straight one', "Don't share it.", 'GSM-7', 15, 1],
    ['a backtick', '`', 'UCS-2', 1, 1],
    ['a lower ç, of which there is a capital only', 'ç', 'UCS-2', 1, 1],
    ['70 of UCS-2', 'я'.repeat(70), 'UCS-2', 70, 1],
    ['71 of UCS-2', 'я'.repeat(71), 'UCS-2', 71, 2],
    ['2 × 67 of UCS-2', 'я'.repeat(134), 'UCS-2', 134, 2],
    ['one more', 'я'.repeat(135), 'UCS-2', 135, 3],
    ['160 letters and one emoji', `${'a'.repeat(160)}${emoji}`, 'UCS-2', 162, 3],
    ['an emoji, which is two units', emoji, 'UCS-2', 2, 1],
    ['35 emoji', emoji.repeat(35), 'UCS-2', 70, 1],
    // 67 is odd: the 34th would be cut, and moves on.
    ['67 emoji', emoji.repeat(67), 'UCS-2', 134, 3],
  ])('%s', (_name, text, encoding, units, segments) => {
    expect(countSegments(text)).toEqual({ encoding, units, segments });
    expect(isGsm7(text)).toBe(encoding === 'GSM-7');
  });
});

describe('the texts', () => {
  it('take as many segments as they are marked with', async () => {
    const { rows, problems } = await lintTexts();
    expect(problems).toEqual([]);
    expect(rows).toHaveLength(messageLocales.length * 5 * 2);
  });

  it('all take one segment without the bound line', async () => {
    const { rows } = await lintTexts();
    expect(rows.filter(({ form, segments }) => form === 'plain' && segments > 1)).toEqual([]);
  });

  const table = (changes: Partial<MessageTexts['texts']>, segments = messageTexts.en.segments) => ({
    en: { segments, texts: { ...messageTexts.en.texts, ...changes } },
  });

  it.each([
    [
      'a text that became too long',
      table({ reset: `{{code}} ${'long '.repeat(40)}` }),
      'en reset (plain): 207 units of GSM-7, segments: 2, marked with 1',
    ],
    [
      'a curly quote',
      table({ reset: `Don’t share this code with anybody: {{code}}. It is valid for 10 minutes.` }),
      'en reset (plain): 71 units of UCS-2, segments: 2, marked with 1',
    ],
    ['a text without a code', table({ link: 'Hello' }), 'en link: has no {{code}}'],
    [
      'a mark that nothing needs',
      table({}, { plain: 1, bound: 2 } as never),
      'en reset (bound): 110 units of GSM-7, segments: 1, marked with 2',
    ],
  ])('fail the check with %s', async (_name, texts, problem) => {
    expect((await lintTexts(texts)).problems).toContain(problem);
  });
});

describe('the language', () => {
  it.each([
    [undefined, 'en'],
    ['en-GB', 'en'],
    ['ru', 'ru'],
    ['ru-UA', 'ru'],
    ['th-TH', 'th'],
    ['zh', 'zh-CN'],
    ['zh-Hans-HK', 'zh-CN'],
    ['zh-TW', 'zh-TW'],
    ['zh-Hant', 'zh-TW'],
    ['zh-HK', 'zh-HK'],
    ['yue-Hant-HK', 'en'],
    ['zh-hant-mo', 'zh-HK'],
    ['pt', 'pt-BR'],
    ['pt-PT', 'pt-PT'],
    ['fa', 'fa-IR'],
    ['uk', 'uk-UA'],
    ['sr-Latn', 'en'],
    ['sw', 'en'],
    ['constructor', 'en'],
    ['ru_RU', 'en'],
    ['', 'en'],
    ['en-' + 'x'.repeat(1000), 'en'],
  ])('for %s is %s', (tag, locale) => {
    expect(messageLocale(tag)).toBe(locale);
  });
});

describe('a message', () => {
  const phone = '+447700900123' as E164;

  it.each([...messageLocales])('in %s holds the code once, for every purpose', locale => {
    for (const purpose of purposes) {
      const message = composeMessage({ phone, purpose, code: '123456', language: locale });
      expect(message).toMatchObject({ locale, language: locale });
      expect(message.text.split('123456')).toHaveLength(2);
      expect(message.text).not.toContain('{{');
    }
  });

  it('says what its code is for', () => {
    const text = (purpose: (typeof purposes)[number]) =>
      composeMessage({ phone, purpose, code: '123456', language: 'en' }).text;
    expect(text('sign-in')).toContain('sign-in code');
    expect(text('register')).toContain('sign-up code');
    expect(text('forgot-password')).toContain('password reset code');
    expect(text('bind-mfa')).toContain('code to add this number');
    expect(text('organization-invitation')).toContain('verification code');
  });

  it('ends in a line of its own when it is bound to a host', () => {
    const boundHost = 'shop.example';
    const { text } = composeMessage({ phone, purpose: 'sign-in', code: '123456', boundHost });
    expect(text.split('\n').at(-1)).toBe('@shop.example #123456');
  });

  it('goes out in the language that the page asked for, again with a resend', async () => {
    const { call, resend, clock, messages } = setUp();
    const asked = { phone, purpose: 'register', locale: 'zh-hant-hk' };
    const { body } = await call('POST', '/challenges', { body: asked });
    clock.nowMs += 60_000;
    await resend(body.id);
    expect(messages).toMatchObject([
      { locale: 'zh-HK', language: 'zh-Hant-HK', text: expect.stringMatching(/^註冊驗證碼 \d{6}/) as string },
      { locale: 'zh-HK' },
    ]);
  });
});
