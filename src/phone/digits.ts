/** Digits of any script. The search, the core and the code field need them, so they are there at the start. */

const digit = /\p{Nd}/u;

/** 0 to 9 of a decimal digit in any script. Unicode keeps each script's ten in one run that begins with its zero. */
function digitValue(character: string): number {
  const code = character.codePointAt(0)!;
  let start = code;
  while (digit.test(String.fromCodePoint(start - 1))) start--;
  return (code - start) % 10;
}

/** The text with every digit and plus sign as the ASCII one; nothing else changes but, outside the BMP, its length. */
export function toAscii(text: string): string {
  return text.replace(/[^\P{Nd}0-9]/gu, c => String(digitValue(c))).replace(/[\uff0b\ufe62\u207a]/g, '+');
}
