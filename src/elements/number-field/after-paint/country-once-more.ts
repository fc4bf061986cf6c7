import type { CountryCode } from '../../../phone/countries.js';
import { advise } from '../../shared/advise.js';
import type { NumberFieldHost } from '../host.js';

/** The page's rules are other ones now: who has entered nothing begins where they say. */
export function countryOnceMore(
  field: NumberFieldHost,
  country: CountryCode | undefined,
): CountryCode | undefined {
  const { countries, defaultCountry } = field;
  if (defaultCountry && !field.isAllowed(defaultCountry))
    advise(advice => advice.warnOfDefault(defaultCountry));
  if (field.isDirty) return undefined;
  return [defaultCountry, country, ...(country ? countries : [])].find(
    country => country && field.isAllowed(country),
  );
}
