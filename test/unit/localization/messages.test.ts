import { str } from '@lit/localize/internal/str-tag.js';
import { html, type TemplateResult } from 'lit';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { checkMessages } from '../../../src/localization/check-messages.js';
import { errorText } from '../../../src/localization/error-texts.js';
import { wordingIn, type Messages } from '../../../src/localization/messages.js';
import { loadTexts, sourceTexts } from '../../../src/localization/texts.js';

const send = { id: 'send', desc: '' };

describe('a page’s own wording', () => {
  test('goes before ours, and ours stay where it has none', async () => {
    const texts = (await loadTexts('de')).with({ send: 'Los geht’s' });
    expect(texts.msg('Text me a code', send)).toBe('Los geht’s');
    expect(texts.msg('Close', { id: 'close', desc: '' })).toBe('Schließen');
    expect([texts.locale, texts.direction]).toEqual(['de', 'ltr']);
  });

  test('goes before English, too', () => {
    const texts = sourceTexts.with({ send: 'Go' });
    expect(texts.msg('Text me a code', send)).toBe('Go');
    expect(sourceTexts.msg('Text me a code', send)).toBe('Text me a code');
  });

  test('can leave a text out', () => {
    expect(sourceTexts.with({ 'number-hint': '' }).msg('Any', { id: 'number-hint', desc: '' })).toBe('');
  });

  test('has our values where it puts them', async () => {
    const wording = { 'error-code-invalid-tries': '{0} × noch, {0} von 5' };
    const texts = (await loadTexts('de')).with(wording);
    expect(errorText(texts, { code: 'code_invalid', attemptsLeft: 3 })).toBe('3 × noch, 3 von 5');
    const other = sourceTexts.with({ 'country-count': '{1}{0}{a}{' });
    expect(other.msg(str`Countries found: ${5}`, { id: 'country-count', desc: '' })).toBe('5{a}{');
  });

  test('is text between our marked-up values, and no markup', () => {
    const texts = sourceTexts.with({ 'sent-to': '<b>An</b> {0}!' });
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
    expect(sourceTexts.with(wording).msg('Text me a code', send)).toBe('Text me a code');
  });
});

describe('of several languages', () => {
  const messages: Messages = {
    'pt-BR': { send: 'Enviar' },
    pt: { send: 'Mandar', resend: 'Mandar de novo' },
    'en-GB': { send: 'Go' },
    sv: { send: 'Skicka' },
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
    const own = { en: { send: 'Go', [`sned-${locale}`]: 'Go' }, [`sv-x-${locale}`]: {} };
    await checkMessages(own, locale);
    await checkMessages({ ...own }, locale);
    expect(warn.mock.calls).toEqual([
      [expect.stringContaining(`"sned-${locale}" (en)`)],
      [expect.stringContaining(`"sv-x-${locale}"`)],
    ]);
  });
});
