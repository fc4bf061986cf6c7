/** The texts of messages: their language, what they say, and what they cost. */
import { describe, expect, it } from 'vitest';
import { findProblems, lintMessages } from '../../../scripts/lint-sms.mjs';
import { purposes, type E164 } from '../../../src/protocol.js';
import { composeMessage, messageLocale, messageLocales } from '../../../src/server/message-texts.js';
import { countSegments, isGsm7 } from '../../../src/server/messages/segments.js';
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

describe('the messages', () => {
  it('cost no more than their language allows: one segment, named too, and two with the bound line', async () => {
    const { rows, problems } = await lintMessages();
    expect(problems).toEqual([]);
    expect(rows).toHaveLength(messageLocales.length * purposes.length * 3);
    const dear = rows.filter(({ form, segments }) => form !== 'bound' && segments > 1);
    expect(dear).toEqual([]);
  });

  it.each([
    [
      'one that is too long',
      { units: 161, segments: 2 },
      'en register (plain): 161 units of GSM-7, segments: 2 of 1',
    ],
    ['a curly quote in GSM-7', { encoding: 'UCS-2' }, 'en: is made of UCS-2, and marked with GSM-7'],
  ])('fail the check with %s', async (_name, change, problem) => {
    const { rows } = await lintMessages();
    const at = rows.findIndex(row => row.locale === 'en' && row.purpose === 'register');
    const changed = rows.map((row, index) => (index === at ? { ...row, ...change } : row));
    expect(findProblems(changed)).toEqual([problem]);
  });

  it('of a language that is marked with more than it needs fail it, too', () => {
    const row = { locale: 'ru', purpose: 'generic', form: 'plain', encoding: 'GSM-7', units: 9 } as const;
    expect(findProblems([{ ...row, segments: 1, allowed: 1 }])).toEqual([
      'ru: is made of GSM-7, and marked with UCS-2',
    ]);
  });
});

describe('the site’s name', () => {
  const text = (language: string, brand: string, boundHost?: string) =>
    composeMessage({
      phone: '+447700900123' as E164,
      purpose: 'sign-in',
      code: '123456',
      language,
      brand,
      boundHost,
    }).text;

  it.each([
    ['en', 'Acme: 123456 is your sign-in code. It is valid for 10 minutes. Do not share it.'],
    ['zh-CN', '【Acme】登录验证码 123456，10分钟内有效，请勿泄露给他人。'],
    ['ja', '【Acme】ログイン用の認証コード 123456（10分間有効）。他人に教えないでください。'],
    ['ko', '[Acme] 로그인 인증번호 [123456] 10분간 유효합니다. 남에게 알리지 마세요.'],
    // Its first letter tells a phone which way to read it.
    ['ar', 'من Acme: رمز تسجيل الدخول: 123456. لا تشاركه مع أحد.'],
  ])('stands at the head of a message in %s', (language, expected) => {
    expect(text(language, 'Acme')).toBe(expected);
  });

  it('takes the place of the ten minutes where both would cost a segment', () => {
    expect(text('ru', 'Example Shop')).toBe('Example Shop: Код для входа: 123456. Никому не говорите.');
    expect(text('ru', 'Ab')).toContain('10 минут');
    // With the bound line it is two segments in any case.
    expect(text('ru', 'Example Shop', 'shop.example')).toContain('10 минут');
  });

  it('is what it is, whatever signs are in it', () => {
    expect(text('en', "$& $' \\")).toContain("$& $' \\: 123456 is");
  });

  it.each([
    ['Acme', undefined],
    ['Die Buchhandlung am Marktplatz', /^With "brand", messages take another segment in: .*\bru\b/],
    // A letter outside of GSM-7 makes every message of it UCS-2.
    ['Ацме', /\bde\b/],
  ])('“%s” is told of at the start where it costs', (brand, detail) => {
    const said: string[] = [];
    setUp({ brand, log: ({ outcome, detail }) => void (outcome === 'warning' && said.push(detail ?? '')) });
    expect(said).toEqual(detail === undefined ? [] : [expect.stringMatching(detail)]);
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
    ['yue-Hant-HK', 'zh-HK'],
    ['zh-Hant-SG', 'zh-TW'],
    ['pt-AO', 'pt-PT'],
    ['zh-hant-mo', 'zh-HK'],
    ['pt', 'pt-BR'],
    ['pt-PT', 'pt-PT'],
    ['fa', 'fa-IR'],
    ['uk', 'uk-UA'],
    ['sr-RS', 'sr'],
    ['sr-ME', 'sr-Latn'],
    ['sh', 'sr-Latn'],
    ['cy', 'en'],
    ['constructor', 'en'],
    ['ru_RU', 'ru'],
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
      {
        locale: 'zh-HK',
        language: 'zh-Hant-HK',
        text: expect.stringMatching(/^建立帳戶驗證碼 \d{6}/) as string,
      },
      { locale: 'zh-HK' },
    ]);
  });
});
