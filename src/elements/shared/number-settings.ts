import type { PropertyDeclarations } from 'lit';
import type { CountryCode } from '../../phone/countries.js';
import { countryList, oneCountry } from './country-list.js';
import { FormControl } from './form-control.js';

/** Answers an ISO 3166-1 alpha-2 code, or nothing. */
export type DetectCountry = (signal: AbortSignal) => Promise<string | undefined>;

/** What a page may say of numbers: to the field, or to the sign-in that passes it on. */
export abstract class NumberSettings extends FormControl {
  static override readonly properties: PropertyDeclarations = {
    defaultCountry: { attribute: 'default-country', converter: oneCountry },
    detectCountry: { attribute: false },
    countries: { converter: countryList },
    excludeCountries: { attribute: 'exclude-countries', converter: countryList },
    preferredCountries: { attribute: 'preferred-countries', converter: countryList },
    validation: {},
  };
  /** The country to begin with, before a person chooses or a number says otherwise. ISO 3166-1 alpha-2. */
  defaultCountry: CountryCode | undefined;
  /** Asks who knows the country better than the browser does; an answer within two seconds counts. */
  detectCountry: DetectCountry | undefined;
  /** Only these countries. */
  countries: readonly CountryCode[] = [];
  /** Not these countries. */
  excludeCountries: readonly CountryCode[] = [];
  /** These first in the picker. */
  preferredCountries: readonly CountryCode[] = [];
  /** `possible` only warns of a number that is no valid mobile one; `mobile` refuses it. */
  validation: 'possible' | 'mobile' = 'possible';

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    // Frameworks hand over an attribute's text, or nothing.
    for (const name of ['countries', 'excludeCountries', 'preferredCountries'] as const)
      if (changed.has(name)) this[name] = countryList(this[name]);
    if (changed.has('defaultCountry')) this.defaultCountry = oneCountry(this.defaultCountry);
  }

  /** @internal */
  readonly isAllowed = (country: CountryCode): boolean =>
    (this.countries.length === 0 || this.countries.includes(country)) &&
    !this.excludeCountries.includes(country);
}
