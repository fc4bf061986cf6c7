/** Who asks, by address: a budget is one client's, and nobody makes up a fresh one. */
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createAddressReader, lastAddress } from '../../../src/server/addresses.js';
import type { PhoneServerOptions } from '../../../src/server/index.js';
import { setUp } from './helpers.js';

type AddressOptions = Pick<PhoneServerOptions, 'trustedProxies' | 'trustedAddress'>;

function read(
  options: AddressOptions,
  peer: string | undefined,
  headers: Record<string, string> = {},
): { address: string | undefined; warnings: string[] } {
  const warnings: string[] = [];
  const reader = createAddressReader(options, detail => warnings.push(detail));
  const ask = () => reader(new Request('https://shop.example/', { headers }), peer);
  ask();
  return { address: ask(), warnings };
}

describe('one client', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['::ffff:c000:207', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002::9', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::192.0.2.7', '2001:db8:1:2::/64'],
    ['2001:db8::9', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    [undefined, undefined],
    ['no address', undefined],
  ])('is %s as %s', (peer, group) => {
    expect(read({}, peer).address).toBe(group);
  });
});

describe('proxies that are trusted', () => {
  const networks = ['10.0.0.0/8', '::ffff:172.16.0.0/108', 'fd00::/8', '192.0.2.1'];

  it.each<[string, AddressOptions['trustedProxies'], string | undefined, string, string]>([
    ['one, which names its client', 1, '10.0.0.1', '198.51.100.7', '198.51.100.7'],
    [
      'one, and what the client made up before it',
      1,
      '10.0.0.1',
      '203.0.113.9, 198.51.100.7',
      '198.51.100.7',
    ],
    ['one, on a socket without an address', 1, undefined, '198.51.100.7', '198.51.100.7'],
    ['two in a row', 2, '10.0.0.1', '203.0.113.9, 198.51.100.7, 10.0.0.2', '198.51.100.7'],
    ['two, of which one was left out', 2, '10.0.0.1', '198.51.100.7', '198.51.100.7'],
    ['none', 0, '198.51.100.7', '203.0.113.9', '198.51.100.7'],
    ['a port behind it', 1, '10.0.0.1', '198.51.100.7:51312', '198.51.100.7'],
    ['a port behind IPv6', 1, '10.0.0.1', '[2001:db8::7]:51312', '2001:db8:0:0::/64'],
    ['IPv4 as IPv6', 1, '10.0.0.1', '::ffff:198.51.100.7', '198.51.100.7'],
    ['their networks', networks, '10.0.0.1', '203.0.113.9, 198.51.100.7, 10.9.9.9', '198.51.100.7'],
    ['their networks, IPv4 as IPv6', networks, '::ffff:10.0.0.1', '198.51.100.7', '198.51.100.7'],
    ['a network of IPv4 as IPv6', networks, '172.20.0.1', '198.51.100.7', '198.51.100.7'],
    ['a network of IPv6', networks, 'fd00::1', '198.51.100.7', '198.51.100.7'],
    ['a single address', networks, '192.0.2.1', '198.51.100.7', '198.51.100.7'],
    ['a single address, beside it', networks, '192.0.2.2', '198.51.100.7', '192.0.2.2'],
    ['a single address of IPv6', ['fd00::1'], 'fd00::1', '198.51.100.7', '198.51.100.7'],
    ['a single address of IPv6, beside it', ['fd00::1'], 'fd00::2', '198.51.100.7', 'fd00:0:0:0::/64'],
    ['all of IPv4, as IPv6', ['::ffff:0:0/96'], '10.0.0.1', '198.51.100.7', '198.51.100.7'],
    ['a small network of IPv6', ['fd00::/120'], 'fd00::7', '198.51.100.7', '198.51.100.7'],
    ['a small network of IPv6, beside it', ['fd00::/120'], 'fd00::1:7', '198.51.100.7', 'fd00:0:0:0::/64'],
    ['brackets without a port', 1, '10.0.0.1', '[2001:db8::7]', '2001:db8:0:0::/64'],
    ['a peer outside of them', networks, '203.0.113.9', '198.51.100.7', '203.0.113.9'],
    ['nobody but proxies', networks, '10.0.0.1', '10.0.0.3, 10.0.0.2', '10.0.0.3'],
    ['no list', networks, '10.0.0.1', '', '10.0.0.1'],
  ])('%s', (_name, trustedProxies = 0, peer, header, address) => {
    const headers: Record<string, string> = header === '' ? {} : { 'x-forwarded-for': header };
    expect(read({ trustedProxies }, peer, headers)).toEqual({ address, warnings: [] });
  });

  it.each([
    'unknown',
    '_hidden',
    '017.0.0.1',
    '3221225991',
    '0x7f.1',
    '1.2.3',
    '',
    '198.51.100.7, x',
    'x198.51.100.7:1',
    '198.51.100.7:1x',
    'x[::1]',
    '[::1]:x',
  ])('that forward what is no address (%s) answer for it themselves: it is no fresh budget', forged => {
    const headers = { 'x-forwarded-for': forged };
    expect(read({ trustedProxies: 1 }, '10.0.0.1', headers).address).toBe('10.0.0.1');
    expect(read({ trustedProxies: networks }, '10.0.0.1', headers).address).toBe('10.0.0.1');
    expect(read({ trustedProxies: 1 }, undefined, headers).address).toBe('unknown');
  });

  it.each<unknown>([-1, 1.5, NaN, ['10.0.0.0/33'], ['10/8'], ['proxy.example'], [''], ['010.0.0.0/8']])(
    'must be such: %j',
    trustedProxies => {
      const options = { trustedProxies } as AddressOptions;
      expect(() => read(options, undefined)).toThrow(/"trustedProxies"/);
      expect(() => setUp(options)).toThrow(TypeError);
    },
  );

  it('do nothing beside a rule of the host', () => {
    const both = { trustedProxies: 1, trustedAddress: () => undefined };
    expect(() => read(both, undefined)).toThrow(/"trustedAddress"/);
  });
});

describe("a host's own rule", () => {
  it.each([
    ['198.51.100.7', '10.0.0.1', '198.51.100.7'],
    ['forged-1', '10.0.0.1', '10.0.0.1'],
    [undefined, '10.0.0.1', '10.0.0.1'],
    ['forged-1', undefined, 'unknown'],
  ])('that answers %s, with %s on the socket, is %s', (answer, peer, address) => {
    expect(read({ trustedAddress: () => answer }, peer)).toEqual({ address, warnings: [] });
  });

  it.each([
    [null, undefined],
    ['', undefined],
    ['192.0.2.7', '192.0.2.7'],
    // What the client sent stands before what the proxy saw.
    ['198.51.100.1, 192.0.2.7:51312', '192.0.2.7:51312'],
  ])('reads a list, %s, as %s', (header, address) => {
    expect(lastAddress(header)).toBe(address);
  });
});

describe('the log', () => {
  it.each(['x-forwarded-for', 'forwarded', 'x-real-ip'])(
    'warns once of a proxy whose %s nothing trusts',
    name => {
      const { address, warnings } = read({}, '10.0.0.1', { [name]: '198.51.100.7' });
      expect(address).toBe('10.0.0.1');
      expect(warnings).toHaveLength(1);
      expect(warnings[0]).toMatch(/"trustedProxies" and "publicUrl"/);
    },
  );

  it('says once that a listener tells no address, and where nobody could have known', async () => {
    const { create, warnings } = setUp();
    await create();
    await create();
    expect(warnings).toMatchObject([
      { event: 'setup', outcome: 'warning', detail: expect.stringContaining('{ address }') as string },
    ]);
    const told = setUp();
    await told.create({ peer: { address: '192.0.2.1' } });
    expect([told.warnings, told.log.length]).toEqual([[], 1]);
  });
});

describe('requests', () => {
  it('are limited per address before anything is asked of the store, and by nothing that a client can change', async () => {
    // The limiter's own clock.
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    const asked: string[] = [];
    const { create, call } = setUp({
      limits: { requests: { count: 3, seconds: 60 } },
      trustedProxies: 1,
      captcha: { provider: 'p', siteKey: 's', verify: token => Promise.resolve(asked.push(token) > 99) },
    });
    const from = (address: string, n: number) =>
      create({
        key: `key-${n}`,
        body: { phone: '+447700900123', purpose: 'sign-in', captcha: 'token' },
        headers: { 'x-forwarded-for': `192.0.2.${n}, ${address}` },
        peer: { address: '127.0.0.1' },
      });
    for (let n = 0; n < 3; n++) expect((await from('198.51.100.7', n)).status).toBe(403);
    const refused = await from('198.51.100.7', 4);
    expect(refused.body).toMatchObject({ status: 429, code: 'rate_limited' });
    expect(refused.headers.get('retry-after')).toBe('60');
    expect(asked).toHaveLength(3);
    expect((await from('198.51.100.8', 5)).status).toBe(403);
    expect((await call('GET', '/config', { peer: { address: '127.0.0.1' } })).status).toBe(200);
  });
});
