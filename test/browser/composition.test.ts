/** Input methods, by the events that the browser makes for them. */
import { afterEach, describe, expect, test } from 'vitest';
import { cdp } from 'vitest/browser';
import '../../src/define.js';
import { fields, inputOf, settled, stand } from './controls.js';

afterEach(() => document.body.replaceChildren());

interface Protocol {
  send(method: string, params: object): Promise<unknown>;
}

const fullWidth = (text: string) =>
  text.replace(/[0-9]/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

describe.each(fields.slice(0, 2))('<$tag> with an input method', control => {
  const digits = control.typed!;
  const compose = async (text: string) => {
    const end = text.length;
    const session = cdp() as unknown as Protocol;
    await session.send('Input.imeSetComposition', { text, selectionStart: end, selectionEnd: end });
  };
  const commit = (text: string) => (cdp() as unknown as Protocol).send('Input.insertText', { text });

  test.each([
    [
      'digit by digit',
      async () => {
        for (const digit of fullWidth(digits)) {
          await compose(digit);
          await commit(digit);
        }
      },
    ],
    [
      'as a whole, growing',
      async () => {
        const text = fullWidth(digits);
        for (let end = 1; end <= text.length; end++) await compose(text.slice(0, end));
        await commit(text);
      },
    ],
    [
      'in the digits that a code has',
      async () => {
        for (let end = 1; end <= digits.length; end++) await compose(digits.slice(0, end));
        await commit(digits);
      },
    ],
  ])('takes what is composed %s, once', async (_, act) => {
    const { ours } = await stand(control);
    const codes: string[] = [];
    ours.addEventListener('phone-code-complete', event =>
      codes.push((event as unknown as { code: string }).code),
    );
    ours.focus();
    await act();
    await settled(ours);
    expect(ours.value).toBe(control.values![1]);
    expect(inputOf(ours).value.replace(/\D/g, '')).toBe(digits);
    expect(codes).toEqual(control.tag === 'phone-code-field' ? [digits] : []);
  });
});
