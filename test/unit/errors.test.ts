import { expect, test } from 'vitest';
import { errorCodes, PhoneError } from '../../src/errors.js';

test('every machine code is there once, in snake_case', () => {
  expect(new Set(errorCodes).size).toBe(errorCodes.length);
  for (const code of errorCodes) expect(code).toMatch(/^[a-z]+(_[a-z]+)*$/);
});

test('an error carries its code and what is known of time and tries', () => {
  const cause = new TypeError('Failed to fetch');
  const error = new PhoneError('rate_limited', { retryAfter: 30, attemptsLeft: 2, cause });
  expect(error).toBeInstanceOf(Error);
  expect(error).toMatchObject({ name: 'PhoneError', code: 'rate_limited', retryAfter: 30, attemptsLeft: 2 });
  expect(error.cause).toBe(cause);
});

test('what is not known is undefined, not zero', () => {
  expect(new PhoneError('network')).toMatchObject({ retryAfter: undefined, attemptsLeft: undefined });
});

test('the message is the detail for developers, or else the code', () => {
  expect(new PhoneError('misconfigured', { detail: 'Set an endpoint.' }).message).toBe('Set an endpoint.');
  expect(new PhoneError('misconfigured').message).toBe('misconfigured');
});
