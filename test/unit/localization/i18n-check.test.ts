/** The check of the texts passes on what is here, and sees each way to break it. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findTextProblems, readTexts } from '../../../scripts/i18n-check.mjs';
import { untranslated } from '../../../scripts/i18n.mjs';
import { inSerbianLatin } from '../../../scripts/languages/transliterate.mjs';

const root = process.cwd();
const texts = readTexts(root);

type Edit = (content: string) => string;

/** The repository's texts with one file of translations changed, in memory. */
function withXliff(locale: string, edit: Edit) {
  const content = texts.xliff[locale]!;
  const edited = edit(content);
  expect(edited, 'the seeded defect is there').not.toBe(content);
  return { ...texts, xliff: { ...texts.xliff, [locale]: edited } };
}

/** … with one more file of code. */
const withCode = (code: string) => ({
  ...texts,
  sources: { ...texts.sources, 'src/elements/seeded.ts': code },
});

/** Replaces the translation of one unit. */
const say =
  (id: string, target: string): Edit =>
  content =>
    content.replace(
      new RegExp(`(<trans-unit id="${id}"[^>]*>[^]*?<target>)[^]*?(</target>)`),
      (_, before: string, after: string) => before + target + after,
    );

const unit = (id: string) => new RegExp(`<trans-unit id="${id}"[^]*?</trans-unit>\\n`);

test('the texts here keep all rules', () => {
  expect(findTextProblems(texts)).toEqual([]);
});

test('a language that the docs do not list is found', () => {
  const list = texts.list.replace('| `sv` ', '| ');
  expect(findTextProblems({ ...texts, list })).toEqual(['sv: is not in the list of docs/languages.md']);
});

describe('Serbian in Latin letters', () => {
  const serbian = readFileSync('locales/sr.xlf', 'utf8');

  test.each([
    ['љубав, њушка, џеп, ђак, ћутим, чим, жеђ, шаљи', 'ljubav, njuška, džep, đak, ćutim, čim, žeđ, šalji'],
    ['Љубав Његош Џ', 'Ljubav Njegoš Dž'],
    ['ЉУБАВ, ЊЕГОШ', 'LJUBAV, NJEGOŠ'],
    ['Пошаљи код SMS-ом', 'Pošalji kod SMS-om'],
  ])('writes “%s” as “%s”', (cyrillic, latin) => {
    expect(inSerbianLatin(cyrillic)).toBe(latin);
  });

  test('is made of the other, text by text, and has no file of its own', () => {
    const made = texts.xliff['sr-Latn']!;
    expect(existsSync('locales/sr-Latn.xlf')).toBe(false);
    expect(made.match(/<trans-unit/g)).toHaveLength(serbian.match(/<trans-unit/g)!.length);
    expect(made).toContain('<target>Broj telefona</target>');
    expect(made).not.toMatch(/\p{Script=Cyrillic}/u);
    expect(untranslated(made)).toEqual([]);
  });

  test('is checked by rules of its own: a letter that was not written anew is found', () => {
    const edit = (content: string) => content.replace('<target>Zatvori<', '<target>Затvori<');
    expect(findTextProblems(withXliff('sr-Latn', edit))).toContainEqual(
      expect.stringMatching(/^sr-Latn: close: has letters of another script, “Зат”/),
    );
  });
});

describe('a translation', () => {
  test.each<[what: string, locale: string, edit: Edit, problem: RegExp]>([
    ['whose unit is missing', 'ru', xml => xml.replace(unit('send'), ''), /^ru: send: is missing/],
    [
      'that was never written',
      'th',
      xml => xml.replace(/<target>[^<]*<\/target>/, ''),
      /^th: .+: has no translation/,
    ],
    ['that is empty', 'th', say('send', ' '), /^th: send: has no translation/],
    [
      'of a text that is gone',
      'ru',
      xml => xml.replace('<trans-unit id="send"', '<trans-unit id="dispatch"'),
      /^ru: dispatch: is in no code/,
    ],
    [
      'that is there twice',
      'ru',
      xml => xml.replace(unit('send'), found => found + found),
      /^ru: send: is there twice/,
    ],
    [
      'older than its source',
      'ru',
      xml => xml.replace('<source>Text me a code</source>', '<source>Text me</source>'),
      /^ru: send: was written for another English text than “Text me”/,
    ],
    [
      'without a placeholder',
      'ru',
      say('country-count', 'Найдены страны'),
      /^ru: country-count: placeholders/,
    ],
    [
      'with another placeholder',
      'zh-TW',
      xml =>
        xml.replace(
          '<target>找到 <x id="0" equiv-text="${count}"/>',
          '<target>找到 <x id="0" equiv-text="${n}"/>',
        ),
      /^zh-TW: country-count: placeholders/,
    ],
    ['that is English still', 'th', say('send', 'Text me a code'), /^th: send: is the English text/],
    ['in other letters', 'th', say('send', 'Kho rahat'), /^th: send: is not in its own script/],
    [
      'with a Latin “с” in Cyrillic',
      'ru',
      say('close', 'Зaкрыть'),
      /^ru: close: has letters of another script, “a”/,
    ],
    [
      'in traditional characters',
      'zh-CN',
      say('close', '關閉'),
      /^zh-CN: close: has letters of another script, “關閉”/,
    ],
    [
      'in simplified characters',
      'zh-TW',
      say('close', '关闭'),
      /^zh-TW: close: has letters of another script, “关闭”/,
    ],
    ['with the words of another region', 'zh-TW', say('resend', '重發短信'), /^zh-TW: resend: “短信”/],
    ['with half-width punctuation', 'zh-CN', say('no-code', '没收到验证码?'), /^zh-CN: no-code: “\?”/],
    ['without ¿ in Spanish', 'es', say('no-code', 'No te llegó?'), /^es: no-code: “No te llegó\?”/],
    [
      'without the narrow space of French',
      'fr',
      say('no-code', 'Pas de code ?'),
      /^fr: no-code: .+narrow no-break space/,
    ],
    ['with a letter of another language', 'de', say('close', 'Schließèn'), /^de: close: .+“è”/],
    ['with “du” in German', 'de', say('done-signed-in', 'Du bist drin'), /^de: done-signed-in: “Du”.+Sie/],
    [
      'with the words of Brazil in Portugal',
      'pt-PT',
      say('resend', 'Envie pela tela'),
      /^pt-PT: resend: “tela”/,
    ],
    ['with the words of Taiwan in Hong Kong', 'zh-HK', say('resend', '重發簡訊'), /^zh-HK: resend: “簡訊”/],
    ['with a loose “z” in Polish', 'pl-PL', say('sent', 'SMS z kodem'), /^pl-PL: sent: .+no-break/],
    [
      'with a danda behind the digits in Bengali',
      'bn',
      say('sms-generic', 'যাচাইকরণ কোড: {{code}}।'),
      /^bn: sms-generic: .+reads as one more/,
    ],
    [
      'said of a man in Hindi',
      'hi',
      say('forgot-password', 'पासवर्ड भूल गए?'),
      /^hi: forgot-password: .+of a man/,
    ],
    [
      'said of a man in Urdu',
      'ur',
      say('forgot-password', 'پاس ورڈ بھول گئے؟'),
      /^ur: forgot-password: .+of a man/,
    ],
    ['with a full stop in Thai', 'th', say('close', 'ปิด.'), /^th: close: “\.”/],
    [
      'without the term of its glossary',
      'zh-TW',
      say('heading-code', '輸入密碼'),
      /^zh-TW: heading-code: lacks the term/,
    ],
    [
      'longer than its note allows',
      'ru',
      say('send', 'Код '.repeat(10).trim()),
      /^ru: send: has 39 characters of 30/,
    ],
    [
      'of too few everyday names',
      'sv',
      say('country-aliases', 'US: Amerika; NL: Holland'),
      /^sv: country-aliases: is no list of ten/,
    ],
    [
      'without the code of a message',
      'sv',
      say('sms-valid', '{{code}}'),
      /^sv: sms-valid: placeholders differ/,
    ],
    ['with a space at its end', 'ru', say('close', 'Закрыть '), /^ru: close: has a space too many/],
  ])('%s is found', (_, locale, edit, problem) => {
    expect(findTextProblems(withXliff(locale, edit))).toContainEqual(expect.stringMatching(problem));
  });

  test('file that is missing is found', () => {
    const problems = findTextProblems({ ...texts, xliff: { ...texts.xliff, th: undefined } });
    expect(problems).toEqual(['th: has no file of translations']);
  });

  test('language without rules is found', () => {
    const problems = findTextProblems({ ...texts, locales: [...texts.locales, 'cy'] });
    expect(problems).toContainEqual(expect.stringMatching(/^cy: has no row/));
  });
});

describe('in the code', () => {
  const where = /^src\/elements\/seeded\.ts:1: /;

  test.each([
    [
      'one id for two texts',
      "texts.msg('Shut', { id: 'close', desc: 'Button.' });",
      /the id close has another text/,
    ],
    [
      'one id with two descs',
      "texts.msg('Close', { id: 'close', desc: 'Button.' });",
      /the id close has another text/,
    ],
    ['a text without an id', "texts.msg('Shut', { desc: 'Button.' });", /needs an id and a desc/],
    ['a text without a desc', "texts.msg('Shut', { id: 'shut' });", /needs an id and a desc/],
    ['a sentence in a template', 'html`<p class="a">${b} Hello</p>`;', /“Hello” is shown/],
    ['a name in a template', 'html`<b aria-label="Shut">${b}</b>`;', /“Shut” is shown/],
    ['a template inside of another', 'html`<p>${c ? html`<b>Hi</b>` : d}</p>`;', /“Hi” is shown/],
    ['an announcement', "this.#announcer.announce('Sent');", /'Sent' is shown/],
  ])('%s is found', (_, code, problem) => {
    const problems = findTextProblems(withCode(code));
    const found = problems.filter(text => where.test(text));
    expect(found).toEqual([expect.stringMatching(problem)]);
  });

  test.each([
    ['markup, expressions and signs', 'html`<p class="a" @click=${() => b > c}>${b} · ${c}&nbsp;+${d}</p>`;'],
    ['an attribute from an expression', 'html`<b aria-label=${a} aria-busy="true" placeholder=${c}></b>`;'],
    ['drawings', 'svg`<text>A</text>`;'],
  ])('%s pass', (_, code) => {
    expect(findTextProblems(withCode(code))).toEqual([]);
  });
});
