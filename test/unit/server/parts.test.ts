/** The small pure parts, as tables. */
import { describe, expect, it } from 'vitest';
import type { E164 } from '../../../src/protocol.js';
import { createKeys, randomCode } from '../../../src/server/keys.js';
import { addressGroup } from '../../../src/server/limits.js';
import { maskDigits, maskPhone } from '../../../src/server/mask.js';
import { messageLocale, messageLocales, messageText } from '../../../src/server/message-texts.js';
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

describe('addresses', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002::9', '2001:db8:1:2::/64'],
    ['2001:db8::9', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('%s counts as %s', (address, group) => {
    expect(addressGroup(address)).toBe(group);
  });
});

describe('messages', () => {
  it.each([
    [undefined, 'en'],
    ['en-GB', 'en'],
    ['ru', 'ru'],
    ['th-TH', 'th'],
    ['zh', 'zh-CN'],
    ['zh-Hans-HK', 'zh-CN'],
    ['zh-TW', 'zh-TW'],
    ['zh-Hant', 'zh-TW'],
    ['zh-HK', 'zh-TW'],
    ['fr', 'en'],
    ['constructor', 'en'],
    ['', 'en'],
  ])('speak for %s the language %s', (tag, locale) => {
    expect(messageLocale(tag)).toBe(locale);
  });

  it.each([...messageLocales])('in %s fit one segment and hold the code', locale => {
    const text = messageText('123456', locale);
    // Latin letters, digits and these signs are in GSM-7; what else there is makes it UCS-2.
    const isGsm7 = /^[\w .,]*$/.test(text);
    expect(text).toContain('123456');
    expect(text.length).toBeLessThanOrEqual(isGsm7 ? 160 : 70);
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
});
