import { missingNumberText } from '../../../localization/first-texts.js';
import { numberProblemText } from '../../../localization/number-texts.js';
import type { CountryCode } from '../../../phone/countries.js';
import type { FieldState, NumberReading } from '../../../phone/core.js';
import type { NumberFieldHost } from '../host.js';
import { PhoneNumberChangeEvent } from '../number-change-event.js';

/**
 * Makes what tells the form and the page of the number, each change once. `country`: the one shown. `isInput`: an `input`
 * event says that a person has changed the value.
 */
export function createTeller(field: NumberFieldHost) {
  let toldValue = '';
  let toldCountry: CountryCode | undefined;
  /** What the form's owner is told of the value, in words. */
  let said: string | undefined;

  return (
    { line, unsettled }: FieldState,
    { e164, problem, missingDigits }: NumberReading,
    country: CountryCode | undefined,
    isInput: unknown,
  ): void => {
    const { texts, required } = field;
    const value = e164 ?? '';
    const valueMissing = required && line.text === '';
    const customError = problem !== undefined && line.text !== '';
    const wrong = customError ? numberProblemText(texts, problem, missingDigits) : '';
    const says = valueMissing ? missingNumberText(texts) : wrong;
    // The browser takes its time with each, even with the one it has.
    if (says !== said) field.judge({ valueMissing, customError }, (said = says));

    const isNew = value !== toldValue;
    // A paste that waits for its plans is told of once, when it is read: value and country together.
    if ((!isNew && country === toldCountry) || unsettled) return;
    toldValue = value;
    toldCountry = country;
    field.internals.setFormValue(value);
    if (isNew && isInput) field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new PhoneNumberChangeEvent(value, country));
  };
}
