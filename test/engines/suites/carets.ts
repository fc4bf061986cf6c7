/** The code field with the caret in every place: no digit is eaten. */
import { strict as assert } from 'node:assert';
import type { Case, Setting } from '../cases.js';
import type { Key } from '../driver.js';

async function visitField({ world, tab }: Setting): Promise<void> {
  world.pages.set('/field', {
    body: `<!doctype html><html lang="en"><title>A field</title><link rel="icon" href="data:,">
<script src="/help.js"></script><script type="module" src="/cdn/phone-sign-in.js"></script>
<phone-sign-in endpoint="/api/phone"></phone-sign-in><phone-code-field length="8"></phone-code-field>`,
  });
  await tab.goto(`${world.origin}/field`);
  // The field comes with the later steps, when the widget is touched.
  await tab.evaluate(async () => {
    while (!globalThis.probe.find('input[type=tel]')) await new Promise(resolve => setTimeout(resolve, 10));
    (globalThis.probe.find('input[type=tel]') as HTMLElement).focus();
    await customElements.whenDefined('phone-code-field');
    await (document.querySelector('phone-code-field') as HTMLElementTagNameMap['phone-code-field'])
      .updateComplete;
  });
}

/** Puts digits and a selection there, as the result of typing before. */
const put = ({ tab }: Setting, digits: string, start: number, end: number) =>
  tab.evaluate(
    (digits, start, end) => {
      const field = document.querySelector('phone-code-field') as HTMLElementTagNameMap['phone-code-field'];
      const input = field.shadowRoot!.querySelector('input')!;
      field.value = digits;
      input.focus();
      input.setSelectionRange(start, end);
    },
    digits,
    start,
    end,
  );

const seen = ({ tab }: Setting) =>
  tab.evaluate(() => {
    const field = document.querySelector('phone-code-field') as HTMLElementTagNameMap['phone-code-field'];
    const input = field.shadowRoot!.querySelector('input')!;
    return { value: field.value, shown: input.value, caret: input.selectionStart };
  });

interface Edit {
  name: string;
  act(setting: Setting): Promise<void>;
  /** What becomes of the digits before, in and behind the selection. */
  result(before: string, behind: string, selected: string): { value: string; caret: number };
}

const key =
  (key: Key) =>
  ({ tab }: Setting) =>
    tab.press(key);

const edits: readonly Edit[] = [
  {
    name: 'a digit',
    act: ({ tab }) => tab.type('9'),
    result: (before, behind) => ({ value: `${before}9${behind}`, caret: before.length + 1 }),
  },
  {
    name: 'two digits',
    act: ({ tab }) => tab.type('98'),
    result: (before, behind) => ({ value: `${before}98${behind}`, caret: before.length + 2 }),
  },
  {
    name: 'a letter',
    act: ({ tab }) => tab.type('x'),
    // It is refused before it can take the place of what is selected.
    result: (before, behind, selected) => ({ value: before + selected + behind, caret: before.length }),
  },
  {
    name: 'Backspace',
    act: key('Backspace'),
    result: (before, behind, selected) =>
      selected || !before
        ? { value: before + behind, caret: before.length }
        : { value: before.slice(0, -1) + behind, caret: before.length - 1 },
  },
  {
    name: 'Delete',
    act: key('Delete'),
    result: (before, behind, selected) => ({
      value: before + (selected ? behind : behind.slice(1)),
      caret: before.length,
    }),
  },
];

export const caretCases: readonly Case[] = edits.map(edit => ({
  group: 'carets',
  name: `${edit.name} at every place of 0 to 5 digits, and over every selection`,
  async run(setting: Setting) {
    await visitField(setting);
    for (const digits of ['', '1', '123', '12345']) {
      for (let start = 0; start <= digits.length; start++) {
        for (const end of new Set([start, digits.length])) {
          await put(setting, digits, start, end);
          await edit.act(setting);
          const { value, caret } = edit.result(
            digits.slice(0, start),
            digits.slice(end),
            digits.slice(start, end),
          );
          const where = `${edit.name} into "${digits}" at ${start}–${end}`;
          assert.deepEqual(await seen(setting), { value, shown: value, caret }, where);
        }
      }
    }
  },
}));
