/** The chunk that is fetched when a page's author has something to mend: sentences for the console, each said once. */

/** Codes that people take for ISO 3166-1's. */
const meant: Readonly<Record<string, string>> = { UK: 'GB', EL: 'GR' };

const told = new Set<string>();

function warn(advice: string): void {
  if (told.has(advice)) return;
  told.add(advice);
  console.warn(`phone-sign-in: ${advice}`); // eslint-disable-line no-console -- for the page's author
}

/** "UK" is no ISO code. */
export function warnOfCode(code: string): void {
  const instead = meant[code] ? `say "${meant[code]}"` : 'it is left out';
  warn(`"${code}" is not an ISO 3166-1 alpha-2 code of a country; ${instead}.`);
}

/** The number cannot begin with a country that the list does not offer. */
export function warnOfDefault(country: string): void {
  warn(`default-country "${country}" is not one of the countries that are offered; it is left out.`);
}

/** The element has been told of a purpose that there is none of. */
export function warnOfPurpose(purpose: string): void {
  warn(`there is no purpose "${purpose}"; "sign-in" is assumed.`);
}
