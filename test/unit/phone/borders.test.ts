/** What the wider tests of numbers and countries pass by: the ends of lists, ties, and what an input hands over. */
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { edit, lineOf, showLine, startField, takeLine } from '../../../src/phone/core.js';
import type { CountryCode } from '../../../src/phone/countries.js';
import { findNumbers } from '../../../src/phone/find.js';
import { History, historyKey } from '../../../src/phone/history.js';
import { withText } from '../../../src/phone/line.js';
import type { NameSource } from '../../../src/phone/names.js';
import { createCountrySearch } from '../../../src/phone/search.js';
import { whenIdle } from '../../../src/phone/when-idle.js';
import { fetchAllPlans } from './plans.js';

describe('the line of an input', () => {
  const inputOf = (value: string, selectionStart: number | null, selectionEnd: number | null) => ({
    value,
    selectionStart,
    selectionEnd,
    setSelectionRange: vi.fn(),
  });

  test.each([
    [0, 2, { start: 0, end: 2 }],
    [0, 0, { start: 0, end: 0 }],
    [1, null, { start: 1, end: 1 }],
    [null, null, { start: 4, end: 4 }],
  ])('has the selection of the input: %s to %s', (start, end, wanted) => {
    expect(takeLine(inputOf('7400', start, end))).toEqual({ text: '7400', ...wanted });
  });

  test.each([
    ['another text is shown, and the caret where the focus is', '74', true, '7400', [[2, 4]]],
    ['elsewhere the caret is left alone', '74', false, '7400', []],
    ['the same text is not written again', '7400', true, '7400', []],
  ])('%s', (_, before, hasFocus, after, selections) => {
    const input = inputOf(before, null, null);
    const write = vi.fn();
    const watched = Object.defineProperty(input, 'value', { get: () => before, set: write });
    showLine(watched, { text: '7400', start: 2, end: 4 }, hasFocus);
    expect(write.mock.calls).toEqual(before === after ? [] : [[after]]);
    expect(input.setSelectionRange.mock.calls).toEqual(selections);
  });

  test('a selection keeps its digits where the text is formatted', () => {
    expect(withText({ text: '7400123', start: 2, end: 5 }, '7400 123')).toMatchObject({ start: 2, end: 6 });
  });
});

describe('undo and redo', () => {
  const empty = startField({ ...lineOf(''), inputType: 'insertText' }, 'GB');
  const changeTo = (text: string, inputType?: string) => ({ ...lineOf(text), inputType });
  const typed = edit(empty, changeTo('7', 'insertText'));

  test('are used once something has been recorded, before and after it is taken back', () => {
    const history = new History();
    expect(Boolean(history.isUsed)).toBe(false);
    history.record(empty, changeTo('7', 'insertText'));
    expect(Boolean(history.isUsed)).toBe(true);
    expect(history.undo(typed)).toBe(empty);
    expect(Boolean(history.isUsed)).toBe(true);
    expect(history.redo(empty)).toBe(typed);
  });

  test('are cleared both ways, and what comes next is a step of its own', () => {
    const history = new History();
    history.record(empty, changeTo('7', 'insertText'));
    history.record(typed, changeTo('74', 'insertText'));
    history.undo(typed);
    history.clear();
    expect(Boolean(history.isUsed)).toBe(false);
    expect([history.undo(typed), history.redo(typed)]).toEqual([undefined, undefined]);
    history.record(typed, changeTo('74', 'insertText'));
    expect(history.undo(typed)).toBe(typed);
  });

  test('have a step for a country chosen, a change without a type, and typing that adds no digit', () => {
    const history = new History();
    history.record(empty, changeTo('7', 'insertText'));
    history.record(typed);
    history.record(typed, changeTo('74'));
    history.record(typed, changeTo('74', undefined));
    history.record(typed, changeTo('7 ', 'insertText'));
    history.record(typed, changeTo('7 ', 'insertText'));
    const steps = [];
    for (let state = history.undo(typed); state; state = history.undo(typed)) steps.push(state);
    expect(steps).toHaveLength(6);
  });

  test.each([
    ['z', 'KeyZ', 'undo'],
    ['я', 'KeyZ', 'undo'],
    ['Dead', 'KeyZ', 'undo'],
    ['Dead', 'KeyA', undefined],
    ['az', 'KeyA', undefined],
    ['y', 'KeyZ', 'redo'],
  ])('are asked for by %s on %s: %s', (key, code, wanted) => {
    const event = { key, code, ctrlKey: true, metaKey: false, shiftKey: false, altKey: false };
    expect(historyKey(event)).toBe(wanted);
  });
});

describe('numbers in a text', () => {
  beforeAll(fetchAllPlans);

  test.each([
    ['', []],
    ['no number', []],
    ['12 or 123456 or 12345', ['123456']],
    ['123456, 1234567', ['1234567']],
    ['1234567 / 7654321', ['1234567', '7654321']],
    ['123456 / 7654321', ['1234567654321']],
    ['1234567\n\n7654321', ['1234567', '7654321']],
    ['1234567\n', ['1234567']],
    ['tel:7400123456;ext=12', ['7400123456']],
    ['7400123456;phone-context=+44', ['+447400123456']],
  ])('%j: %j', (text, wanted) => {
    expect(findNumbers(text)).toEqual(wanted);
  });
});

describe('the search', () => {
  const names: Partial<Record<string, Partial<Record<CountryCode, string>>>> = {
    xx: {
      DE: 'Alpha Beta',
      FR: 'Beta',
      GB: 'Gamma and Delta',
      IT: 'Xbeta',
      ES: 'Alpha-Omega',
      PT: 'Åbo, the',
    },
    en: { DE: 'Quux', FR: 'St Foo', GB: 'Grault', IT: 'Italy', ES: 'Bet', PT: 'Q' },
  };
  const nameOf: NameSource = (country, language, style) =>
    style === 'short' ? undefined : names[language]?.[country];
  const search = createCountrySearch('xx', ['DE', 'FR', 'GB', 'IT', 'ES', 'PT'], nameOf, {
    IT: ['Boot beta'],
  });
  const found = (query: string) => search.search(query).map(({ country }) => country);

  test.each([
    // The whole name, a name in English that begins so, a word of the name, of another name, and within a word.
    ['beta', ['FR', 'DE', 'IT']],
    ['bet', ['ES', 'FR', 'DE', 'IT']],
    ['quux', ['DE']],
    ['uux', ['DE']],
    ['saint foo', ['FR']],
    ['gd', ['GB']],
    ['g', ['GB']],
    ['gad', []],
    ['ab', ['PT', 'DE']],
    ['aabo', ['PT']],
    ['  ', ['PT', 'DE', 'ES', 'FR', 'GB', 'IT']],
    ['(', ['PT', 'DE', 'ES', 'FR', 'GB', 'IT']],
    ['gamma, and more', ['GB']],
    ['republic of beta', ['FR', 'DE', 'IT']],
    ['zzz', []],
    ['4a', []],
    ['a4', []],
    ['0044', ['GB']],
    ['+ 44', ['GB']],
  ] as [string, CountryCode[]][])('%j finds %j', (query, wanted) => {
    expect(found(query)).toEqual(wanted);
  });

  test.each([
    ['alpha', 'DE', [[0, 5]]],
    ['beta', 'DE', [[6, 10]]],
    ['bet', 'IT', [[1, 4]]],
    ['m', 'GB', []],
    ['quux', 'DE', []],
  ] as const)('%j in the name of %s is marked: %j', (query, country, ranges) => {
    const match = search.search(query).find(match => match.country === country);
    expect(match?.ranges ?? []).toEqual(ranges);
  });
});

describe('an idle page', () => {
  test.each([true, false])('is waited for, or for a moment where the browser cannot say: %s', can => {
    vi.useFakeTimers();
    const act = vi.fn();
    const wait = vi.fn((then: () => void) => void setTimeout(then, 5));
    vi.stubGlobal('requestIdleCallback', can ? wait : undefined);
    whenIdle(act);
    expect(wait).toHaveBeenCalledTimes(can ? 1 : 0);
    vi.advanceTimersByTime(can ? 4 : 199);
    expect(act).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(act).toHaveBeenCalledOnce();
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });
});
