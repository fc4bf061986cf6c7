import { expect, test } from 'vitest';
import { hidden } from '../../../demo/log.js';

test('codes and proofs are in no log; error codes are', () => {
  const shown = JSON.parse(
    JSON.stringify(
      {
        code: '482107',
        error: { code: 'rate_limited' },
        outcome: { token: 'eyJhbGciOi' },
        headers: { 'phone-client': 'k3Jx', 'set-cookie': 'a=b', 'idempotency-key': 'f00' },
        phone: '+447400123456',
      },
      hidden,
    ),
  ) as object;
  expect(shown).toEqual({
    code: '••••••',
    error: { code: 'rate_limited' },
    outcome: { token: '••••••••••' },
    headers: { 'phone-client': '••••', 'set-cookie': '•••', 'idempotency-key': 'f00' },
    phone: '+447400123456',
  });
});
