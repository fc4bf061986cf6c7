import { numberProblemText } from '../../../localization/number-texts.js';
import { lineOf, takeLine, type FieldState, type ReadOptions } from '../../../phone/core.js';
import { refusedKey, strangeKey } from '../../../phone/field.js';
import type { NumberFieldHost } from '../host.js';

/** Refuses a key that is no part of a number, so that it is felt and announced. */
export function refuseKey(
  field: NumberFieldHost,
  state: FieldState,
  options: ReadOptions,
  event: InputEvent,
): void {
  const { data, inputType } = event;
  if (!data || event.isComposing) return;
  const isStrict = options.validation === 'mobile';
  // Most keys: a digit by itself is strange nowhere.
  if (!isStrict && /^\d+$/.test(data)) return;
  const { texts } = field;
  const { text, start, end } = takeLine(field.input);
  const head = text.slice(0, start) + data;
  const change = { ...lineOf(head + text.slice(end), head.length), inputType };
  // A digit too many is refused by a field that takes mobile numbers only; others let it be, and say so later.
  const refused = isStrict ? refusedKey(state, change, options) : strangeKey(state, change);
  if (!refused) return;
  event.preventDefault();
  field.refuse(
    refused === 'too-long'
      ? numberProblemText(texts, 'too-long')
      : texts.msg('Digits only, please.', {
          id: 'digits-only',
          desc: 'Under the number or the code, and for screen readers, when a letter is typed there. Up to 40 characters.',
        }),
  );
}
