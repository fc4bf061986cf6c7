/** What people call countries, for the search of the list: never shown. */
import type { Texts } from '../texts.js';

/** ISO code → names beside the official one, in the language of the texts. */
export function everydayNames(texts: Texts): Readonly<Record<string, readonly string[]>> {
  const listed = texts.msg(
    'GB: Great Britain, England, Scotland, Wales; US: America; NL: Holland; KR: Korea',
    {
      id: 'country-aliases',
      desc: 'Never shown: what people call countries beside the official names, for the search. ISO code, colon, names with commas; ten countries or more. Not a translation: the names that are usual in your language.',
    },
  );
  return Object.fromEntries(
    listed.split('; ').map(row => {
      const [country = '', names = ''] = row.split(': ');
      return [country, names.split(', ')];
    }),
  );
}
