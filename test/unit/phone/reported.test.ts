/** Numbers that people have reported as misread, somewhere: each is read, and shown, as it was meant. */
import { describe, expect, test } from 'vitest';
import { edit, loadMetadata, readNumber, startField, type FieldState } from '../../../src/phone/core.js';
import type { CountryCode } from '../../../src/phone/countries.js';
import { lineOf } from '../../../src/phone/line.js';
import { significant } from '../../../src/phone/significant.js';
import { forgetPlans } from './plans.js';

type Row = readonly [
  text: string,
  chosen: CountryCode | undefined,
  e164: string,
  country: CountryCode,
  shown: string,
];

const numbers: Readonly<Record<string, readonly Row[]>> = {
  'dialled as from abroad': [
    ['0046709104901', 'NO', '+46709104901', 'SE', '70 910 49 01'],
    ['01146709104901', 'US', '+46709104901', 'SE', '70 910 49 01'],
    ['01149301234567', 'US', '+49301234567', 'DE', '30 1234567'],
    ['0045 20123456', 'DK', '+4520123456', 'DK', '20 12 34 56'],
    ['0015417543010', 'US', '+15417543010', 'US', '(541) 754-3010'],
    ['0015417543010', 'CN', '+15417543010', 'US', '(541) 754-3010'],
    ['0032474123456', undefined, '+32474123456', 'BE', '474 12 34 56'],
    ['0049(89) 11196611', 'DE', '+498911196611', 'DE', '89 11196611'],
    ['00254712345678', 'KE', '+254712345678', 'KE', '712 345678'],
    ['006591243321', 'SG', '+6591243321', 'SG', '9124 3321'],
  ],
  'with a trunk zero behind the calling code': [
    ['+61 0411111112', 'US', '+61411111112', 'AU', '411 111 112'],
    ['+49(0)15123020522', 'DE', '+4915123020522', 'DE', '1512 3020522'],
    ['+33 0 6 12 34 56 78', 'FR', '+33612345678', 'FR', '6 12 34 56 78'],
    ['+81 090 1234 5678', 'US', '+819012345678', 'JP', '90 1234 5678'],
    ['+4407123 123 123', 'GB', '+447123123123', 'GB', '7123 123123'],
    ['+31 010 1234567', 'NL', '+31101234567', 'NL', '10 123 4567'],
    ['+39036384331', 'US', '+39036384331', 'IT', '0363 84331'],
    ['+0407123456', 'AU', '+61407123456', 'AU', '407 123 456'],
  ],
  'with a zero that belongs to it': [
    ['0789881234', 'CI', '+2250789881234', 'CI', '07 89 88 1234'],
    ['+2250789881234', 'FR', '+2250789881234', 'CI', '07 89 88 1234'],
  ],
  'with no zero added': [
    ['+358500000003', 'US', '+358500000003', 'FI', '50 0000003'],
    ['+43676800505017', 'US', '+43676800505017', 'AT', '676 800505017'],
    ['428603803', 'AU', '+61428603803', 'AU', '428 603 803'],
    ['0610101010', 'FR', '+33610101010', 'FR', '06 10 10 10 10'],
  ],
  'national, though it begins like a calling code': [
    ['(267) 555-5555', 'US', '+12675555555', 'US', '(267) 555-5555'],
    ['4805551234', 'US', '+14805551234', 'US', '(480) 555-1234'],
    ['17672868292', 'DE', '+4917672868292', 'DE', '176 72868292'],
    ['60123456', 'DK', '+4560123456', 'DK', '60 12 34 56'],
    ['0919044123', 'SK', '+421919044123', 'SK', '0919 044 123'],
  ],
  'with its calling code and no plus': [
    ['4522594586', 'US', '+4522594586', 'DK', '22 59 45 86'],
    ['491725555555', 'DE', '+491725555555', 'DE', '172 5555555'],
    ['5215563189961', 'US', '+525563189961', 'MX', '55 6318 9961'],
  ],
  'pasted whole over the country of the page': [
    ['+421903123123', 'GB', '+421903123123', 'SK', '903 123 123'],
    ['+41794242436', 'US', '+41794242436', 'CH', '79 424 24 36'],
    ['+8613800138000', 'US', '+8613800138000', 'CN', '138 0013 8000'],
    ['+12025551234', 'GB', '+12025551234', 'US', '(202) 555-1234'],
    // Into an input that held its calling code already.
    ['+7+77073034455', 'KZ', '+77073034455', 'KZ', '707 303 4455'],
    ['+7 +77073034455', 'RU', '+77073034455', 'KZ', '707 303 4455'],
  ],
  'of a country that shares its calling code': [
    ['+12642351234', 'US', '+12642351234', 'AI', '(264) 235-1234'],
    ['1 876 210 1234', 'US', '+18762101234', 'JM', '(876) 210-1234'],
    ['+7 701 234 56 78', 'RU', '+77012345678', 'KZ', '701 234 5678'],
    ['+7 913 123 45 67', 'KZ', '+79131234567', 'RU', '913 123 45 67'],
  ],
  'from before its plan changed': [
    ['+5215517329563', 'US', '+525517329563', 'MX', '55 1732 9563'],
    ['+52 (1) 55 1111 1111', 'MX', '+525511111111', 'MX', '55 1111 1111'],
    ['5617461234', 'MX', '+525617461234', 'MX', '56 1746 1234'],
    ['51986586134', 'BR', '+5551986586134', 'BR', '51 98658 6134'],
    ['+22940123456', 'FR', '+2290140123456', 'BJ', '01 40 12 34 56'],
    ['+2290140123456', 'FR', '+2290140123456', 'BJ', '01 40 12 34 56'],
    ['+54 91123017883', 'US', '+5491123017883', 'AR', '9 11 2301 7883'],
    ['11 15 2345 6789', 'AR', '+5491123456789', 'AR', '111523456789'],
    ['9771231220', 'RU', '+79771231220', 'RU', '977 123 12 20'],
    ['89255077200', 'RU', '+79255077200', 'RU', '8 (925) 507-72-00'],
    ['89128500002', 'KZ', '+79128500002', 'RU', '8 (912) 850-00-02'],
  ],
  'in other digits': [
    ['+٤٤٧٤٠٠١٢٣٤٥٦', 'IQ', '+447400123456', 'GB', '7400 123456'],
    ['۰۹۱۲۳۴۵۶۷۸۹', 'IR', '+989123456789', 'IR', '0912 345 6789'],
    ['٠٥٠١٢٣٤٥٦٧', 'SA', '+966501234567', 'SA', '050 123 4567'],
  ],
};

const table = Object.entries(numbers).flatMap(([kind, rows]) => rows.map(row => [kind, ...row] as const));

/** As the browser does it to an input: at once, or key by key. */
async function paste(text: string, chosen: CountryCode | undefined): Promise<FieldState> {
  await loadMetadata(text, chosen);
  return startField(lineOf(text), chosen);
}

async function type(text: string, chosen: CountryCode | undefined): Promise<FieldState> {
  let field = startField(lineOf(''), chosen);
  for (const key of text) {
    const typed = field.line.text + key;
    await loadMetadata(typed, chosen);
    field = edit(field, { ...lineOf(typed), inputType: 'insertText' });
  }
  return field;
}

describe('reported numbers', () => {
  test.each(table)('%s: %s in %s', async (_, text, chosen, e164, country, shown) => {
    forgetPlans();
    const pasted = await paste(text, chosen);
    expect(pasted.line.text).toBe(shown);
    await loadMetadata(pasted.line.text, pasted.country);
    expect(readNumber(pasted.line.text, pasted.country)).toMatchObject({ e164, country, problem: undefined });
    forgetPlans();
    const typed = await type(text, chosen);
    expect(readNumber(typed.line.text, typed.country)).toMatchObject({ e164, country, problem: undefined });
  });

  test.each([
    ['+551999118778', 'US', '+5519999118778'],
    ['+55 (31) 9188.6910', 'BR', '+5531991886910'],
    ['89255077200', 'CH', '+79255077200'],
  ] as const)('%s in %s is not sent to, and %s is offered', async (text, chosen, e164) => {
    forgetPlans();
    await loadMetadata(text, chosen);
    expect(readNumber(text, chosen)).toMatchObject({ e164: undefined, offers: [{ e164 }] });
  });

  test('taking the last digit back takes nothing else and adds nothing', async () => {
    const field = await type('89645343544', 'RU');
    const text = field.line.text.slice(0, -1);
    const shorter = edit(field, { ...lineOf(text), inputType: 'deleteContentBackward' });
    expect(significant(shorter.line.text)).toBe('8964534354');
    expect(readNumber(shorter.line.text, 'RU')).toMatchObject({ problem: 'too-short', missingDigits: 1 });
  });
});
