import { str } from '@lit/localize/internal/str-tag.js';
import { html, type TemplateResult } from 'lit';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { errorText } from '../../../src/localization/error-texts.js';
import {
  checkMessages,
  findInOwn,
  wordingIn,
  type Messages,
  type Wording,
} from '../../../src/localization/messages.js';
import { loadTexts, sourceTexts, Texts } from '../../../src/localization/texts.js';

const send = { id: 'send', desc: '' };

const inWords = (ours: Texts, wording: Wording) =>
  new Texts(ours.locale, undefined, findInOwn({ [ours.locale]: wording }, ours));

describe('a page’s own wording', () => {
  test('goes before ours, and ours stay where it has none', async () => {
    const texts = inWords(await loadTexts('de'), { send: 'Los geht’s' });
    expect(texts.msg('Text me a code', send)).toBe('Los geht’s');
    expect(texts.msg('Close', { id: 'close', desc: '' })).toBe('Schließen');
    expect([texts.locale, texts.direction]).toEqual(['de', 'ltr']);
  });

  test('goes before English, too', () => {
    const texts = inWords(sourceTexts, { send: 'Go' });
    expect(texts.msg('Text me a code', send)).toBe('Go');
    expect(sourceTexts.msg('Text me a code', send)).toBe('Text me a code');
  });

  test('can leave a text out', () => {
    expect(inWords(sourceTexts, { 'number-hint': '' }).msg('Any', { id: 'number-hint', desc: '' })).toBe('');
  });

  test('has our values where it puts them', async () => {
    const wording = { 'error-code-invalid-tries': '{0} × noch, {0} von 5' };
    const texts = inWords(await loadTexts('de'), wording);
    expect(errorText(texts, { code: 'code_invalid', attemptsLeft: 3 })).toBe('3 × noch, 3 von 5');
    const other = inWords(sourceTexts, { 'country-count': '{1}{0}{a}{' });
    expect(other.msg(str`Countries found: ${5}`, { id: 'country-count', desc: '' })).toBe('5{a}{');
  });

  test('is text between our marked-up values, and no markup', () => {
    const texts = inWords(sourceTexts, { 'sent-to': '<b>An</b> {0}!' });
    const parts = texts.msg(html`Sent to <span class="time">${'+49 1'}</span>`, {
      id: 'sent-to',
      desc: '',
    }) as unknown as [string, TemplateResult, string];
    expect([parts.length, parts[0], parts[2]]).toEqual([3, '<b>An</b> ', '!']);
    expect(parts[1].strings.join('|')).toBe('<span class=|>|</span>');
    expect(parts[1].values).toEqual(['time', '+49 1']);
  });

  test('that is no text is not shown', () => {
    const wording = { send: { strings: ['<b>'], values: [] } } as never;
    expect(inWords(sourceTexts, wording).msg('Text me a code', send)).toBe('Text me a code');
  });
});

describe('of several languages', () => {
  const messages: Messages = {
    'pt-BR': { send: 'Enviar' },
    pt: { send: 'Mandar', resend: 'Mandar de novo' },
    'en-GB': { send: 'Go' },
    cy: { send: 'Anfon' },
  };

  test.each([
    ['pt-BR', { send: 'Enviar', resend: 'Mandar de novo' }],
    ['pt-PT', {}],
    ['en', { send: 'Go' }],
    ['de', {}],
  ] as const)('%s has its own', (locale, wording) => {
    expect(wordingIn(messages, locale)).toEqual(wording);
  });
});

describe('the author', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  test.each(['en', 'ru'] as const)('is told once of what is never shown, in %s', async locale => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const own = { en: { send: 'Go', [`sned-${locale}`]: 'Go' }, [`cy-x-${locale}`]: {} };
    await checkMessages(own, locale);
    await checkMessages({ ...own }, locale);
    expect(warn.mock.calls).toEqual([
      [expect.stringContaining(`"sned-${locale}" (en)`)],
      [expect.stringContaining(`"cy-x-${locale}"`)],
    ]);
  });
});
