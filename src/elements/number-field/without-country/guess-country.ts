import { isCountry, type CountryCode } from '../../../phone/countries.js';
import { guessCountry } from '../../../phone/guess.js';
import type { NumberFieldHost } from '../host.js';

/** How long an answer of `detectCountry` counts. */
const detectionLimitMs = 2000;

/** What holds the number and its country. */
interface Editor {
  readonly country: CountryCode | undefined;
  readonly isEmpty: boolean;
  chooseCountry(country: CountryCode): void;
}

/** Begins with a likely country, unless the page, the person or the number has named one. */
export async function guessCountryOf(field: NumberFieldHost, editor: Editor): Promise<void> {
  if (editor.country) return;
  const { languages } = navigator;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const likely = guessCountry({ timeZone, languages });
  // A closed list that the visitor's country is not on begins with the first one offered.
  const guess = likely && field.isAllowed(likely) ? likely : field.countries.find(field.isAllowed);
  if (guess) editor.chooseCountry(guess);
  const detected = await detectedCountry(field);
  const isUntouched = editor.isEmpty && (editor.country === undefined || editor.country === guess);
  if (detected && field.isAllowed(detected) && isUntouched) editor.chooseCountry(detected);
}

async function detectedCountry({ detectCountry }: NumberFieldHost): Promise<CountryCode | undefined> {
  if (!detectCountry) return undefined;
  try {
    const signal = AbortSignal.timeout(detectionLimitMs);
    const tooLate = new Promise<undefined>(resolve =>
      signal.addEventListener('abort', () => resolve(undefined)),
    );
    const country = (await Promise.race([detectCountry(signal), tooLate]))?.toUpperCase();
    return isCountry(country) ? country : undefined;
  } catch {
    return undefined;
  }
}
