import { expect, test } from 'vitest';
import { edit, lineOf, loadMetadata, readNumber, startField } from '../../../src/phone/core.js';
import { pastedNumbers } from '../../fixtures/pasted-numbers.js';

test.each(pastedNumbers)('in %s, %s pasted is %s of %s', async (chosen, pasted, e164, country) => {
  await loadMetadata(pasted, chosen);
  const change = { ...lineOf(pasted), inputType: 'insertFromPaste' };
  const field = edit(startField(lineOf(''), chosen), change);
  const reading = readNumber(field.line.text, field.country);
  expect([reading.e164, reading.country]).toEqual([e164, country]);
});
