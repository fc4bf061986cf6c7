import { describe, expect, test } from 'vitest';
import { toAscii } from '../../../src/phone/digits.js';
import { caretAfter, significant } from '../../../src/phone/significant.js';
import { fold } from '../../../src/phone/fold.js';

describe('digits', () => {
  test.each([
    ['٠١٢٣٤٥٦٧٨٩', 'Arabic-Indic'],
    ['۰۱۲۳۴۵۶۷۸۹', 'Persian'],
    ['०१२३४५६७८९', 'Devanagari'],
    ['০১২৩৪৫৬৭৮৯', 'Bengali'],
    ['๐๑๒๓๔๕๖๗๘๙', 'Thai'],
    ['０１２３４５６７８９', 'full-width'],
    ['០១២៣៤៥៦៧៨៩', 'Khmer'],
    ['᪀᪁᪂᪃᪄᪅᪆᪇᪈᪉᪐', 'Tai Tham, two runs side by side'],
    ['𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗𝟘𝟙', 'mathematical, five runs in one'],
    ['0123456789', 'ASCII'],
  ])('%s (%s) are 0 to 9', text => {
    expect(toAscii(text).slice(0, 10)).toBe('0123456789');
  });

  test('a plus counts only in front of the digits', () => {
    expect(significant('(+44) 7+4')).toBe('+4474');
    expect(significant('4+4')).toBe('44');
    expect(significant('＋44')).toBe('+44');
    expect(significant('no')).toBe('');
  });

  test('the caret goes right behind its digit, and behind all at the end', () => {
    expect(caretAfter('(212) 555', 0)).toBe(0);
    expect(caretAfter('(212) 555', 1)).toBe(2);
    expect(caretAfter('(212) 555', 3)).toBe(4);
    expect(caretAfter('(212)', 3)).toBe(5);
    expect(caretAfter('(212)', 9)).toBe(5);
  });
});

describe('folding', () => {
  test.each([
    ['Côte d’Ivoire', 'cote divoire'],
    ['Åland', 'aland'],
    ['ŁÓDŹ', 'lodz'],
    ['Straße', 'strasse'],
    ['Bosnia & Herzegovina', 'bosnia and herzegovina'],
    ['  Timor-Leste ', 'timor leste '],
    ['İstanbul', 'istanbul'],
    ['ﾄﾞｲﾂ', fold('ドイツ').text],
  ])('%s is %s', (text, folded) => expect(fold(text).text).toBe(folded));

  test('leads back to the original’s indexes', () => {
    const { text, at } = fold('Côte d’Ivoire');
    expect(at.length).toBe(text.length + 1);
    expect(at[text.indexOf('ivoire')]).toBe('Côte d’'.length);
    expect(fold('👍🏽 a').at.at(-1)).toBe('👍🏽 a'.length);
  });
});
