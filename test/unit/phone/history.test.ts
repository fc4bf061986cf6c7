import { beforeAll, describe, expect, test } from 'vitest';
import { edit, lineOf, startField, type FieldState } from '../../../src/phone/core.js';
import { History, historyKey } from '../../../src/phone/history.js';
import { fetchAllPlans } from './plans.js';

beforeAll(fetchAllPlans);

/** A field that keeps its history, driven as the element drives it. */
function make() {
  const history = new History();
  let state: FieldState = startField({ ...lineOf(''), inputType: 'insertText' }, 'GB');
  const change = (inputType: string, text: string) => {
    const change = { ...lineOf(text), inputType };
    history.record(state, change);
    state = edit(state, change);
  };
  return {
    text: () => state.line.text,
    country: () => state.country,
    type: (keys: string) => {
      for (const key of keys) change('insertText', state.line.text + key);
    },
    erase: (count: number) => {
      for (let i = 0; i < count; i++) change('deleteContentBackward', state.line.text.slice(0, -1));
    },
    replace: (key: string) => change('insertText', key),
    paste: (text: string) => change('insertFromPaste', text),
    pause: () => history.pause(),
    undo: () => (state = history.undo(state) ?? state),
    redo: () => (state = history.redo(state) ?? state),
  };
}

describe('undo', () => {
  test('takes back a paste over a number, and redo brings it again', () => {
    const field = make();
    field.type('7400123456');
    field.paste('+33 6 12 34 56 78');
    expect([field.text(), field.country()]).toEqual(['6 12 34 56 78', 'FR']);
    field.undo();
    expect([field.text(), field.country()]).toEqual(['7400 123456', 'GB']);
    field.undo();
    expect(field.text()).toBe('');
    field.undo();
    expect(field.text()).toBe('');
    field.redo();
    field.redo();
    expect([field.text(), field.country()]).toEqual(['6 12 34 56 78', 'FR']);
    field.redo();
    expect(field.text()).toBe('6 12 34 56 78');
  });

  test('takes typing and deleting in one go each as one step, and two goes as two', () => {
    const field = make();
    field.type('7400');
    field.erase(2);
    field.undo();
    expect(field.text()).toBe('7400');
    field.pause();
    field.type('12');
    field.pause();
    field.type('34');
    field.undo();
    expect(field.text()).toBe('7400 12');
    field.undo();
    expect(field.text()).toBe('7400');
  });

  test('typing over all that is there is a step of its own', () => {
    const field = make();
    field.type('7400123456');
    field.replace('2');
    field.type('079');
    expect(field.text()).toBe('20 79');
    field.undo();
    expect(field.text()).toBe('7400 123456');
  });

  test('an edit after an undo leaves nothing to redo', () => {
    const field = make();
    field.type('74');
    field.undo();
    field.type('75');
    field.redo();
    expect(field.text()).toBe('75');
  });
});

describe('a key', () => {
  const press = (key: string, held: object = {}, code = '') =>
    historyKey({ key, code, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held });

  test.each([
    ['z', { ctrlKey: true }, '', 'undo'],
    ['z', { metaKey: true }, '', 'undo'],
    ['Z', { ctrlKey: true, shiftKey: true }, '', 'redo'],
    ['y', { ctrlKey: true }, '', 'redo'],
    ['я', { ctrlKey: true }, 'KeyZ', 'undo'],
    ['w', { ctrlKey: true }, 'KeyZ', undefined],
    ['z', {}, 'KeyZ', undefined],
    ['z', { ctrlKey: true, altKey: true }, '', undefined],
    ['y', { metaKey: true }, '', undefined],
  ])('%s with %j is %3$s', (key, held, code, way) => {
    expect(press(key, held, code)).toBe(way);
  });
});
