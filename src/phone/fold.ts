/** Text as people search it: without case, diacritics and punctuation, and the way back to the original's indexes. */

/** Letters that are not a base letter with a mark, as people without the key type them. */
const plain: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ə: 'e',
  ё: 'е',
  // Arabic letters that Persian, Urdu and Arabic keyboards have each their own of.
  ي: 'ی',
  ى: 'ی',
  ے: 'ی',
  ك: 'ک',
  ة: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  臺: '台',
  '&': 'and',
};

/** Katakana as the keyboard gives it before it is converted. */
const inHiragana = (letter: string) =>
  letter.replace(/[ァ-ヶ]/g, kana => String.fromCharCode(kana.charCodeAt(0) - 0x60));

/** Marks are left out, and so are apostrophes; whatever else is no letter stands between words. */
function lettersOf(part: string): string {
  if (/[\p{M}\p{Cf}'’ʻʼ`.]/u.test(part)) return '';
  return /[\p{L}\p{N}]/u.test(part) ? inHiragana(part) : ' ';
}

export interface Folded {
  text: string;
  /** The original's index of each of its characters, and the original's length at the end. */
  at: number[];
}

/**
 * Folds a text. Decomposing also takes Hangul apart into letters, so that a syllable is found while it is being typed,
 * and makes kana and full-width letters plain.
 */
export function fold(original: string): Folded {
  let text = '';
  const at: number[] = [];
  let index = 0;
  for (const character of original) {
    for (const part of character.toLowerCase().normalize('NFKD')) {
      // A zero-width non-joiner stands between Persian words as a space does.
      const isGap = part === '\u200c' && /\p{Script=Arabic}$/u.test(text);
      const letters = plain[part] ?? (isGap ? ' ' : lettersOf(part));
      for (const letter of letters) {
        // One space between words, none in front.
        if (letter === ' ' && (text === '' || text.endsWith(' '))) continue;
        text += letter;
        for (let i = 0; i < letter.length; i++) at.push(index);
      }
    }
    index += character.length;
  }
  at.push(original.length);
  return { text, at };
}
