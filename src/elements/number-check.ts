import { missingNumberText } from '../localization/first-texts.js';
import { numberProblemText } from '../localization/number-texts.js';
import type { E164 } from '../protocol.js';
import type { NumberFieldParts } from './phone-number-field.js';

/**
 * The number, if it may be sent to. Else says under the field what is wrong, moves the focus there and answers
 * `undefined`; so it does once for a number that only looks wrong, and lets it pass the second time.
 */
export function checkNumber({ field, entry, announcer }: NumberFieldParts): E164 | undefined {
  const { texts } = field;
  entry.settle();
  const { reading } = entry;
  if (entry.text.trim() === '') {
    field.complain('missing', missingNumberText(texts));
    return undefined;
  }
  if (reading?.problem) {
    field.complain(reading.problem, numberProblemText(texts, reading.problem));
    return undefined;
  }
  if (reading?.warning && field.warnedOf !== reading.e164) {
    field.warnedOf = reading.e164 ?? '';
    announcer.announce(numberProblemText(texts, reading.warning));
    field.focus();
    return undefined;
  }
  return reading?.e164;
}
