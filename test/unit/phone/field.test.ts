import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  chooseCountry,
  edit,
  exampleNumber,
  loadMetadata,
  readNumber,
  refresh,
  refusedKey,
  settle,
  startField,
  strangeKey,
  type FieldState,
} from '../../../src/phone/core.js';
import { lineOf } from '../../../src/phone/line.js';
import { allCountries, type CountryCode } from '../../../src/phone/countries.js';
import { significant } from '../../../src/phone/significant.js';
import { fetchAllPlans, forgetPlans } from './plans.js';

/** "74|00" is a field with the caret between its digits. */
const show = ({ line: { text, start } }: FieldState) => `${text.slice(0, start)}|${text.slice(start)}`;

function at(shown: string, country: CountryCode = 'GB'): FieldState {
  return { line: lineOf(shown.replace('|', ''), shown.indexOf('|')), country, unsettled: false };
}

const moveTo = (state: FieldState, caret: number): FieldState => ({
  ...state,
  line: lineOf(state.line.text, caret),
});

/** What a browser does to an input, by the names it gives it; a selection goes from the caret on. */
function act(state: FieldState, inputType: string, data = '', selected = 0): FieldState {
  let { text, start: caret } = state.line;
  let end = caret + selected;
  if (inputType === 'deleteContentBackward' && selected === 0) caret = Math.max(0, caret - 1);
  if (inputType === 'deleteContentForward' && selected === 0) end = Math.min(text.length, end + 1);
  if (text.length === 0 && data === '') return state;
  text = text.slice(0, caret) + data + text.slice(end);
  return edit(state, { ...lineOf(text, caret + data.length), inputType });
}

const type = (state: FieldState, keys: string) =>
  [...keys].reduce((field, key) => act(field, 'insertText', key), state);

const empty = (country: CountryCode) => at('|', country);

describe('the field', () => {
  beforeAll(fetchAllPlans);

  test.each([
    ['GB', '7400123456', '7400 123456|'],
    ['GB', '07400123456', '07400 123456|'],
    ['US', '2125550123', '(212) 555-0123|'],
    ['US', '12125550123', '1 (212) 555-0123|'],
    ['FR', '0612345678', '06 12 34 56 78|'],
    ['FR', '612345678', '6 12 34 56 78|'],
    ['BR', '11961234567', '11 96123 4567|'],
    ['BR', '011961234567', '0 11 96123 4567|'],
    ['GB', '+12125550123', '+1 212 555 0123|'],
    ['GB', '0012125550123', '00 1 212 555 0123|'],
    ['GB', '٠٧٤٠٠١٢٣٤٥٦', '07400 123456|'],
    ['CV', '02', '0 2|'],
    ['WS', '02', '0 2|'],
  ] as const)('formats while typing: %s %s', (country, keys, shown) => {
    expect(show(type(empty(country), keys))).toBe(shown);
  });

  test.each([
    ['7400| 123456', 'insertText', '9', '74009| 123456'],
    ['74|00 123', 'insertText', '5', '745|0 0123'],
    ['7400 |123456', 'deleteContentBackward', '', '740|1 23456'],
    ['7400| 123456', 'deleteContentForward', '', '7400| 23456'],
    ['7400 1|23456', 'deleteContentBackward', '', '7400| 23456'],
    ['|7400 123456', 'deleteContentBackward', '', '|7400 123456'],
    ['7400 123456|', 'deleteContentForward', '', '7400 123456|'],
    ['7400 123456|', 'deleteContentBackward', '', '7400 12345|'],
  ] as const)('%s, %s "%s": the caret stays at the same digit', (before, inputType, data, after) => {
    const { line } = act(at(before), inputType, data);
    expect(significant(line.text)).toBe(significant(after));
    expect(significant(line.text.slice(0, line.start))).toBe(significant(after.split('|')[0]!));
  });

  test('backspace gets through closing brackets', () => {
    let field = at('(212)|', 'US');
    field = act(field, 'deleteContentBackward');
    expect(show(field)).toBe('21|');
  });

  test('select and replace puts the caret behind what was typed', () => {
    const field = act(at('74|00 123456'), 'insertText', '5', 4);
    expect(significant(field.line.text)).toBe('74523456');
    expect(field.line.text.slice(0, field.line.start).replace(/\D/g, '')).toBe('745');
  });

  test('a number typed with its calling code keeps it until the field is left', () => {
    const field = type(empty('GB'), '+12125550123');
    expect(field).toMatchObject({ line: { text: '+1 212 555 0123' }, country: 'GB' });
    expect(readNumber(field.line.text, field.country).country).toBe('US');
    expect(settle(field)).toMatchObject({ line: { text: '(212) 555-0123' }, country: 'US' });
  });

  test('a pasted number moves its calling code into the country at once', () => {
    const field = act(empty('GB'), 'insertFromPaste', 'tel:+1-212-555-0123');
    expect(field).toMatchObject({ line: lineOf('(212) 555-0123'), country: 'US' });
  });

  test('autofill, which has no input type, does too', () => {
    expect(edit(empty('GB'), lineOf('12125550123'))).toMatchObject({ country: 'US' });
  });

  test('a keyboard’s suggestion counts as pasted', () => {
    expect(act(empty('GB'), 'insertText', '+33612345678')).toMatchObject({
      line: { text: '6 12 34 56 78' },
      country: 'FR',
    });
  });

  test('four digits in one event are a suggestion, and three are typing', () => {
    // Typed, a calling code stays where it is until the field is left.
    const typed = act(type(empty('GB'), '+33612345'), 'insertText', '678');
    expect(typed.line.text).toBe('+33 6 12 34 56 78');
    const suggested = act(type(empty('GB'), '+3361234'), 'insertText', '5678');
    expect(suggested).toMatchObject({ line: { text: '6 12 34 56 78' }, country: 'FR' });
  });

  test('national numbers stay as they were written', () => {
    expect(act(empty('GB'), 'insertFromPaste', '07400123456').line.text).toBe('07400 123456');
  });

  test('nothing of a paste that is no number yet is lost', () => {
    expect(act(empty('GB'), 'insertFromPaste', '+999 1234').line.text).toBe('+9991234');
    expect(act(at('74|00'), 'insertFromPaste', 'ab1').line.text).toBe('7410 0');
    expect(act(at('7400|'), 'insertFromPaste', '123456').line.text).toBe('7400 123456');
  });

  test.each([
    ['all of it', '|(212) 555-0123', 14, '+3546111234', '+354 611 1234|'],
    ['its first digits', '|212 5550123', 3, '+', '+555 0123|'],
  ] as const)('a plus typed over %s begins another number', (_, before, selected, keys, after) => {
    const over = act(at(before, 'US'), 'insertText', keys.charAt(0), selected);
    expect(significant(type(over, keys.slice(1)).line.text)).toBe(significant(after));
    const { line } = at(before, 'US');
    const change = { ...lineOf(`+${line.text.slice(selected)}`, 1), inputType: 'insertText' };
    expect(strangeKey(at(before, 'US'), change)).toBeUndefined();
  });

  test.each([
    ['0', ['deleteContentBackward']],
    ['07', ['deleteContentBackward', 'deleteContentBackward']],
    ['٠', ['deleteContentBackward']],
  ])('"%s" typed before the plus and taken back leaves the number as it was', (keys, deletions) => {
    const before = at('|+354 611 1234', 'US');
    expect(strangeKey(before, { ...lineOf('0+354 611 1234', 1), inputType: 'insertText' })).toBeUndefined();
    const typed = type(before, keys);
    expect(significant(typed.line.text).startsWith('+0')).toBe(true);
    const after = deletions.reduce((field, deletion) => act(field, deletion), typed);
    expect(show(after)).toBe('+|354 611 1234');
  });

  test('what begins another number in place of one that had a plus need have none', () => {
    const field = type(act(at('|+354 611 1234', 'US'), 'insertText', '2', 13), '125550123');
    expect(field.line.text).toBe('(212) 555-0123');
  });

  test('a selection stays on its digits when the plans come', () => {
    const state = { ...empty('GB'), line: { text: '7400123456', start: 4, end: 7 } };
    expect(refresh(state).line).toEqual({ text: '7400 123456', start: 4, end: 8 });
    const all = { ...empty('GB'), line: { text: '7400123456', start: 0, end: 10 } };
    expect(refresh(all).line).toEqual({ text: '7400 123456', start: 0, end: 11 });
  });

  test('a number of a country that is not offered stays international', () => {
    const isAllowed = (country: string) => country === 'GB';
    const field = edit(empty('GB'), lineOf('+33612345678'), { isAllowed });
    expect(field).toMatchObject({ line: { text: '+33 6 12 34 56 78' }, country: 'GB' });
  });

  test('another country takes the national digits over', () => {
    expect(chooseCountry(at('+44 7400 123456|'), 'US')).toMatchObject({
      line: { text: '(740) 012-3456' },
      country: 'US',
    });
    expect(show(chooseCountry(at('2125|550123', 'GB'), 'US'))).toBe('(212) 5|55-0123');
    expect(chooseCountry(at('+4|'), 'US')).toMatchObject({ line: { text: '' }, country: 'US' });
  });

  test('says which keys it has no use for', () => {
    const refused = (shown: string, data: string, inputType = 'insertText') => {
      const field = at(shown);
      const { text, start } = field.line;
      const head = text.slice(0, start) + data;
      return refusedKey(field, { ...lineOf(head + text.slice(start), head.length), inputType });
    };
    expect(refused('7400|', 'a')).toBe('not-a-digit');
    expect(refused('7400|', '@')).toBe('not-a-digit');
    expect(refused('7400|', 'ш')).toBe('not-a-digit');
    for (const key of ['5', '٥', '५', ' ', '-', '(', ')', '.', '/'])
      expect(refused('7400|', key)).toBeUndefined();
    expect(refused('|', '+')).toBeUndefined();
    expect(refused('7400|', '+')).toBe('not-a-digit');
    expect(refused('7400 123456|', '7')).toBe('too-long');
    expect(refused('7400 12345|', '6')).toBeUndefined();
    expect(refused('7400 123456|', 'abc', 'insertFromPaste')).toBeUndefined();
  });

  test('placeholders are written like what is typed', () => {
    expect(exampleNumber('GB')).toBe('7400 123456');
    expect(exampleNumber('US')).toBe('(201) 555-0123');
    for (const country of allCountries) {
      const example = exampleNumber(country);
      expect(type(empty(country), significant(example)).line.text).toBe(example);
    }
  });
});

describe('before the plans are there', () => {
  beforeEach(forgetPlans);

  test('text is as it was typed, and formatted with its caret when they come', async () => {
    let field = type(empty('GB'), '7400123456');
    expect(show(field)).toBe('7400123456|');
    field = moveTo(field, 4);
    await loadMetadata(field.line.text, field.country);
    expect(show(refresh(field))).toBe('7400| 123456');
  });

  test('a paste is kept whole until it can be read', async () => {
    let field = act(empty('GB'), 'insertFromPaste', 'mob: +1 212 555 0123 ext. 4');
    expect(field).toMatchObject({ line: { text: 'mob: +1 212 555 0123 ext. 4' }, unsettled: true });
    await loadMetadata(field.line.text, field.country);
    field = refresh(field);
    expect(field).toMatchObject({ line: { text: '(212) 555-0123' }, country: 'US', unsettled: false });
  });

  test('ten digits, one in the middle and a paste end the same, whenever the core comes', async () => {
    const steps = (start: FieldState) => {
      const typed = moveTo(type(start, '2125550123'), 4);
      const pasted = act(type(typed, '9'), 'insertFromPaste', '88');
      return pasted;
    };
    const late = steps(empty('US'));
    await fetchAllPlans();
    const punctual = (() => {
      // The same digit, not the same index: separators are there.
      const typed = moveTo(type(empty('US'), '2125550123'), '(212) 5'.length);
      return act(type(typed, '9'), 'insertFromPaste', '88');
    })();
    const raw = startField({ ...late.line, inputType: 'insertFromPaste' }, 'US');
    for (const field of [refresh(late), raw]) expect(show(field)).toBe(show(punctual));
  });
});

describe('a core that comes late', () => {
  beforeAll(fetchAllPlans);

  test.each([
    ['+12125550123', 7, '9'],
    ['tel:+44-7400-123456', 0, '1'],
    ['011 44 7400 123456', 1, ''],
    ['07400 123456', 0, '9'],
  ] as const)('a paste of %s, then typing %i digits from its end: %s', (pasted, fromEnd, keys) => {
    const back = (field: FieldState): FieldState => {
      let caret = field.line.text.length;
      while (significant(field.line.text.slice(caret)).length < fromEnd) caret--;
      return moveTo(field, caret);
    };
    const punctual = type(back(act(empty('US'), 'insertFromPaste', pasted)), keys);
    const { text, start } = back(at(`${pasted}|`, 'US')).line;
    const head = text.slice(0, start) + keys;
    const raw = lineOf(head + text.slice(start), head.length);
    const late = startField({ ...raw, inputType: 'insertFromPaste' }, 'US');
    expect(significant(late.line.text)).toBe(significant(punctual.line.text));
    expect(readNumber(late.line.text, late.country)).toEqual(
      readNumber(punctual.line.text, punctual.country),
    );
    expect(show(late)).toBe(show(punctual));
  });
});

describe('any sequence of edits', { timeout: 20_000 }, () => {
  beforeAll(fetchAllPlans);

  const keys = fc.constantFrom(...'0123456789', ...'0123456789', '+', ' ', '-', '(', 'x', '٣', '７');
  const countries = fc.constantFrom<CountryCode>(
    ...(['GB', 'US', 'CA', 'IT', 'VA', 'RU', 'KZ', 'AR', 'MX', 'AX', 'CV', 'WS', 'HK', 'BR', 'DE'] as const),
  );
  const pastes = fc.oneof(
    fc.constantFrom(
      '+44 7400 123456',
      '12125550123',
      '+1 (0) 416 555 0123 x2',
      'tel:+39 06 1234',
      '0044',
      'abc',
      '+',
    ),
    fc.string({ unit: keys, maxLength: 14 }),
    fc.string({ maxLength: 8 }),
  );
  const step = fc.oneof(
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('type' as const), data: keys }) },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constantFrom('deleteContentBackward' as const, 'deleteContentForward' as const),
        selected: fc.constantFrom(0, 0, 2),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('paste' as const), data: pastes, selected: fc.nat(20) }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('country' as const), country: countries }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('move' as const), to: fc.nat(20) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('leave' as const) }) },
  );
  type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

  const rest = ({ line }: FieldState) => line.text.length - line.start;

  function apply(field: FieldState, next: Step): FieldState {
    switch (next.kind) {
      case 'type':
        return act(field, 'insertText', next.data);
      case 'paste':
        return act(field, 'insertFromPaste', next.data, Math.min(next.selected, rest(field)));
      case 'country':
        return chooseCountry(field, next.country);
      case 'move':
        return moveTo(field, Math.min(next.to, field.line.text.length));
      case 'leave':
        return settle(field);
      case 'deleteContentBackward':
      case 'deleteContentForward':
        return act(field, next.kind, '', Math.min(next.selected, rest(field)));
    }
  }

  const valueOf = (field: FieldState) => readNumber(field.line.text, field.country).e164;

  test('leaves the value of a fresh field given the same digits, and never throws', () => {
    fc.assert(
      fc.property(countries, fc.array(step, { maxLength: 25 }), (country, steps) => {
        const field = steps.reduce(apply, empty(country));
        const digits = significant(field.line.text);
        const start = empty(field.country!);
        const typed = type(start, digits);
        expect(typed.line.text).toBe(field.line.text);
        expect(valueOf(typed)).toBe(valueOf(field));
        expect(valueOf(act(start, 'insertFromPaste', digits))).toBe(valueOf(field));
        expect(valueOf(act(start, 'insertFromPaste', field.line.text))).toBe(valueOf(field));
        expect(valueOf(settle(field))).toBe(valueOf(field));
        expect(settle(settle(field))).toEqual(settle(field));
      }),
      { numRuns: 500, seed: 20_250_101 },
    );
  });

  test('typing and deleting never lose, add or move a digit', () => {
    fc.assert(
      fc.property(countries, fc.array(step, { maxLength: 25 }), (country, steps) => {
        let field = empty(country);
        for (const next of steps) {
          const before = field;
          field = apply(before, next);
          const { text, start, end } = field.line;
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBe(start);
          expect(end).toBeLessThanOrEqual(text.length);
          if (next.kind !== 'type') continue;
          const head = significant(before.line.text.slice(0, before.line.start));
          const typed = significant(head + next.data).slice(head.length);
          // A plus in front of everything makes the old one, if any, a stray.
          if (typed === '+' || (next.data === '+' && head === '')) continue;
          const tail = significant(before.line.text).slice(head.length);
          // A digit before the plus stands behind it.
          const plus = head === '' && typed !== '' && tail.startsWith('+') ? '+' : '';
          expect(significant(text)).toBe(plus + head + typed + (plus ? tail.slice(1) : tail));
          expect(significant(text.slice(0, start))).toBe(plus + head + typed);
        }
      }),
      { numRuns: 500, seed: 20_250_102 },
    );
  });
});
