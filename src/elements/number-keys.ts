import { numberProblemText } from '../localization/number-texts.js';
import { refusedKey, strangeKey } from '../phone/field.js';
import type { NumberFieldParts } from './phone-number-field.js';

/** Refuses a key that is no part of a number, so that it is felt and announced. */
export function refuseKey({ field, entry, announcer, isAllowed }: NumberFieldParts, event: InputEvent): void {
  const { data, inputType } = event;
  if (!data || event.isComposing) return;
  const { value, selectionStart, selectionEnd } = event.target as HTMLInputElement;
  const head = value.slice(0, selectionStart ?? value.length) + data;
  const change = { text: head + value.slice(selectionEnd ?? value.length), caret: head.length, inputType };
  const { texts, validation } = field;
  // A digit too many is refused by a field that takes mobile numbers only; others let it be, and say so later.
  const refused =
    validation === 'mobile'
      ? refusedKey(entry.state, change, { validation, isAllowed })
      : strangeKey(entry.state, change);
  if (!refused) return;
  event.preventDefault();
  field.isShaking = true;
  announcer.announce(
    refused === 'too-long'
      ? numberProblemText(texts, 'too-long')
      : texts.msg('Digits only, please.', {
          id: 'digits-only',
          desc: 'Announced to screen readers when a letter is typed into the number or the code. Up to 40 characters.',
        }),
  );
}
