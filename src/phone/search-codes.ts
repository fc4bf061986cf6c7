/** Finds countries by calling code, and by the area code behind it where several share one ("+1 246"). */
import { countriesOf, matchCallingCode, type CountryCode } from './countries.js';

export interface CountryEntry {
  country: CountryCode;
  /** In the page's language; the ISO code where there is no name. */
  name: string;
  /** "44", without a plus. */
  callingCode: string;
}

/**
 * What follows the calling code, where several countries share one and the plan gives a part of it to one of them. The
 * main country has the rest.
 */
const areas: Readonly<Partial<Record<CountryCode, string>>> = {
  AG: '268',
  AI: '264',
  AS: '684',
  AX: '18',
  BB: '246',
  BM: '441',
  BQ: '3,4,7',
  BS: '242',
  CA: '204,226,236,249,250,257,263,289,306,343,354,365,367,368,382,387,403,416,418,428,431,437,438,450,460,468,474,506,514,519,537,548,568,579,581,584,587,604,613,639,647,672,683,705,709,742,753,778,780,782,807,819,825,851,867,873,879,902,905,942',
  CC: '89162',
  CW: '9',
  CX: '89164',
  DM: '767',
  DO: '809,829,849',
  EH: '5288,5289',
  GD: '473',
  GG: '1481,7781,7839,7911',
  GU: '671',
  IM: '1624,7524,7624,7924',
  JE: '1534,7509,7700,7797,7829,7937',
  JM: '658,876',
  KN: '869',
  KY: '345',
  KZ: '6,7',
  LC: '758',
  MP: '670',
  MS: '664',
  PR: '787,939',
  SJ: '79',
  SX: '721',
  TA: '8',
  TC: '649',
  TT: '868',
  VA: '06698',
  VC: '784',
  VG: '284',
  VI: '340',
  YT: '269,639',
};

/**
 * Countries whose calling code begins with these digits; where a whole one is followed by more, those that have this area.
 * The lowest code first; of each its main country, then the preferred ones, then the others in their order.
 */
export function findByCallingCode(
  all: readonly CountryEntry[],
  digits: string,
  preferred: readonly CountryCode[],
): readonly CountryEntry[] {
  const code = matchCallingCode(digits) ?? digits;
  const area = digits.slice(code.length);
  const isMain = ({ callingCode, country }: CountryEntry) => countriesOf(callingCode)[0] === country;
  const ranks = [...preferred].reverse();
  const rank = (entry: CountryEntry) => (isMain(entry) ? Infinity : ranks.indexOf(entry.country));
  const sharing = all
    .filter(({ callingCode }) => callingCode.startsWith(code))
    .sort(
      (a, b) =>
        Number(a.callingCode) - Number(b.callingCode) || (rank(a) < rank(b) ? 1 : rank(a) > rank(b) ? -1 : 0),
    );
  if (area === '') return sharing;
  const having =
    (is: (part: string) => boolean) =>
    ({ country }: CountryEntry) =>
      areas[country]?.split(',').some(is) ?? false;
  const exactly = sharing.filter(having(part => area.startsWith(part)));
  // An area that is half typed may still become the main country's.
  const isPerhaps = having(part => part.startsWith(area));
  return exactly.length > 0 ? exactly : sharing.filter(entry => isMain(entry) || isPerhaps(entry));
}
