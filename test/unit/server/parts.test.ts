/** The small pure parts, as tables. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { E164 } from '../../../src/protocol.js';
import { createKeys, randomCode } from '../../../src/server/keys.js';
import { maskDigits, maskPhone } from '../../../src/server/mask.js';
import { secret } from './helpers.js';

describe('masking', () => {
  it.each([
    ['+447700900123', '+44 ••••••0123'],
    ['+12025550123', '+1 ••••••0123'],
    ['+79161234567', '+7 ••••••4567'],
    ['+8613800138000', '+86 •••••••8000'],
    ['+85251234567', '+852 ••••4567'],
    ['+2904123', '+290 ••23'],
  ])('shows %s as %s', (phone, masked) => {
    expect(maskPhone(phone as E164)).toBe(masked);
  });

  it.each([
    ['to +44 7700 900123 failed', 'to +••• failed'],
    ['code 123-456', 'code •••'],
    ['error 21 at 4', 'error 21 at 4'],
  ])('writes %s as %s', (text, masked) => {
    expect(maskDigits(text)).toBe(masked);
  });
});

describe('codes', () => {
  it('are six digits, each equally likely', () => {
    const counts = Array.from({ length: 10 }, () => 0);
    for (let i = 0; i < 5000; i++) {
      const code = randomCode();
      expect(code).toMatch(/^\d{6}$/);
      for (const digit of code) counts[Number(digit)] = (counts[Number(digit)] ?? 0) + 1;
    }
    // 30,000 digits: 3,000 each with a standard deviation of 52.
    for (const count of counts) expect(Math.abs(count - 3000)).toBeLessThan(400);
  });
});

describe('keys', () => {
  it('tell uses, parts and secrets apart', async () => {
    const keys = createKeys(secret);
    const macs = await Promise.all([
      keys.mac('code', 'a', 'bc'),
      keys.mac('code', 'ab', 'c'),
      keys.mac('phone', 'a', 'bc'),
      createKeys(`${secret}!`).mac('code', 'a', 'bc'),
    ]);
    expect(new Set(macs).size).toBe(4);
    expect(await createKeys(secret).mac('code', 'a', 'bc')).toBe(macs[0]);
  });

  it('open what they sealed in the same context only', async () => {
    const keys = createKeys(secret);
    const sealed = await keys.seal({ phone: '+1' }, 'here');
    expect(await keys.open(sealed, 'here')).toEqual({ phone: '+1' });
    await expect(keys.open(sealed, 'there')).rejects.toThrow();
    await expect(createKeys(`${secret}!`).open(sealed, 'here')).rejects.toThrow();
    await expect(keys.open(sealed.replace(/^.{16}/, 'A'.repeat(16)), 'here')).rejects.toThrow();
  });

  it('read what an earlier secret sealed, and write with the newest', async () => {
    const [old, both] = [createKeys(secret), createKeys([`${secret}!`, secret])];
    expect(await both.open(await old.seal({ phone: '+1' }, 'here'), 'here')).toEqual({ phone: '+1' });
    await expect(old.open(await both.seal({ phone: '+1' }, 'here'), 'here')).rejects.toThrow();
    expect(await both.mac('phone', 'a')).not.toBe(await old.mac('phone', 'a'));
    expect((await both.macs('phone', 'a'))[1]).toBe(await old.mac('phone', 'a'));
  });

  describe('with Web Crypto alone', () => {
    afterEach(() => {
      vi.restoreAllMocks();
    });

    it('are the same as with the crypto of Node', async () => {
      const native = createKeys(secret);
      vi.spyOn(process, 'getBuiltinModule').mockReturnValue(undefined);
      const portable = createKeys(secret);
      expect(await portable.mac('code', 'a', 'ü')).toBe(await native.mac('code', 'a', 'ü'));
      const plain = { text: 'ü', number: 1 };
      expect(await portable.open(await native.seal(plain, 'here'), 'here')).toEqual(plain);
      expect(await native.open(await portable.seal(plain, 'here'), 'here')).toEqual(plain);
      const sealed = await portable.seal(plain, 'here');
      await expect(portable.open(sealed, 'there')).rejects.toThrow();
      await expect(native.open(sealed, 'there')).rejects.toThrow();
      await expect(native.open(sealed.slice(0, -4), 'here')).rejects.toThrow();
      await expect(native.open('abc', 'here')).rejects.toThrow();
    });
  });
});
