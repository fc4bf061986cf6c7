/** Every language is a small chunk of its own, fetched when a page speaks it. */
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { locales, sourceLocale } from '../../../src/localization/generated/locale-codes.js';

const folder = 'src/localization/generated';

test.each(locales.filter(locale => locale !== sourceLocale))('%s is under 3 kB', locale => {
  // The file as it is, white space and comments too: the chunk made of it is smaller still.
  expect(brotliCompressSync(readFileSync(`${folder}/${locale}.ts`)).length).toBeLessThan(3000);
});
