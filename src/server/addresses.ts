/**
 * Who asks, by address: what the listener saw, and what trusted proxies say of it. An address that a client could choose
 * would be a fresh budget each time, so what is no address, or comes from who is not trusted, counts for nothing.
 */
import ipaddr from 'ipaddr.js';
import { wholeRequest } from './answer.js';
import type { PhoneServerOptions } from './options.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** Answers who shares the budgets of this address; `undefined` where nothing is known. */
export type AddressReader = (request: Request, peer: string | undefined) => string | undefined;

const forwardingHeaders = ['x-forwarded-for', 'forwarded', 'x-real-ip'];

/** Those whose address is not known, though they should have come past a proxy: together they are one. */
const unknown = 'unknown';

/** Throws a `TypeError` for options that cannot work. `warn` is told once of what makes the budgets of addresses useless. */
export function createAddressReader(
  { trustedProxies, trustedAddress }: Pick<PhoneServerOptions, 'trustedProxies' | 'trustedAddress'>,
  warn: (detail: string) => void,
): AddressReader {
  if (trustedProxies !== undefined && trustedAddress) {
    throw new TypeError('phone-sign-in: "trustedProxies" does nothing beside "trustedAddress": set one.');
  }
  const warnOnce = onceForEach(warn);
  const fromProxies = trustedProxies === undefined ? undefined : createProxyWalk(trustedProxies);

  return (request, peer) => {
    const seen = readAddress(peer);
    if (fromProxies) {
      const address = fromProxies(seen, request.headers.get('x-forwarded-for'));
      return address ? groupOf(address) : unknown;
    }
    if (trustedAddress) {
      const address = readAddress(trustedAddress(wholeRequest(request), peer)) ?? seen;
      return address ? groupOf(address) : unknown;
    }
    if (forwardingHeaders.some(name => request.headers.has(name))) {
      warnOnce(
        'A proxy says whom it forwards, and nothing here trusts it: all its visitors share one budget of messages. ' +
          'Set "trustedProxies" and "publicUrl" (0, where there is no proxy and somebody else makes these headers up).',
      );
    } else if (!seen) {
      warnOnce(
        'The listener tells no address, so that none has a budget of its own: hand it over, as in fetch(request, { address }), or set "trustedAddress".',
      );
    }
    return seen && groupOf(seen);
  };
}

type ProxyWalk = (peer: Address | undefined, forwardedFor: string | null) => Address | undefined;

/** From the nearest proxy outwards: each vouches for the one before it in the list, and for nothing beyond. */
function createProxyWalk(trusted: number | readonly string[]): ProxyWalk {
  const isTrusted = typeof trusted === 'number' ? countHops(trusted) : matchNetworks(trusted);
  return (peer, forwardedFor) => {
    const said = forwardedFor?.split(',').reverse() ?? [];
    let address = peer;
    for (const [index, text] of said.entries()) {
      const next = isTrusted(address, index) ? readAddress(text) : undefined;
      // What is no address was said by somebody who is no proxy of ours: the last one that is known answers for it.
      if (!next) break;
      address = next;
    }
    return address;
  };
}

type IsTrusted = (address: Address | undefined, index: number) => boolean;

function countHops(count: number): IsTrusted {
  if (!Number.isInteger(count) || count < 0) {
    throw new TypeError(
      'phone-sign-in: "trustedProxies" must be a whole number of proxies, or their networks.',
    );
  }
  return (_address, index) => index < count;
}

function matchNetworks(networks: readonly string[]): IsTrusted {
  const ranges = networks.map(readNetwork);
  return address =>
    address !== undefined &&
    ranges.some(([range, bits]) => range.kind() === address.kind() && address.match(range, bits));
}

function readNetwork(network: string): [Address, number] {
  const single = readAddress(network);
  if (single) return [single, single.kind() === 'ipv4' ? 32 : 128];
  if (ipaddr.IPv4.isValidCIDRFourPartDecimal(network) || ipaddr.IPv6.isValidCIDR(network)) {
    const [range, bits] = ipaddr.parseCIDR(network);
    const isMapped = range instanceof ipaddr.IPv6 && range.isIPv4MappedAddress() && bits >= 96;
    return isMapped ? [range.toIPv4Address(), bits - 96] : [range, bits];
  }
  throw new TypeError(
    `phone-sign-in: "trustedProxies" holds ${JSON.stringify(network)}; a network is needed, like "10.0.0.0/8" or "fd00::/8".`,
  );
}

/**
 * As proxies write it, perhaps with a port: "192.0.2.7:51312", "[2001:db8::7]:51312". IPv4 written as IPv6 is IPv4. Of all
 * that the library reads, numbers like "017.1" or "3221225991" are none: nobody but a forger writes them.
 */
function readAddress(text: string | undefined): Address | undefined {
  const plain = text
    ?.trim()
    .replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1')
    .replace(/^\[(.*)\](?::\d+)?$/, '$1');
  if (plain === undefined) return undefined;
  if (!ipaddr.IPv4.isValidFourPartDecimal(plain) && !ipaddr.IPv6.isValid(plain)) return undefined;
  return ipaddr.process(plain);
}

/** What counts as one client: an IPv4 address, or the /64 of an IPv6 address, which one customer has whole. */
function groupOf(address: Address): string {
  if (address.kind() === 'ipv4') return address.toString();
  const groups = (address as ipaddr.IPv6).parts.slice(0, 4).map(part => part.toString(16));
  return `${groups.join(':')}::/64`;
}

/** The last address in a list like that of X-Forwarded-For: the one that the nearest proxy saw and added itself. */
export function lastAddress(header: string | null): string | undefined {
  return header?.split(',').at(-1)?.trim() || undefined;
}

function onceForEach(say: (text: string) => void): (text: string) => void {
  const said = new Set<string>();
  return text => {
    if (said.has(text)) return;
    said.add(text);
    say(text);
  };
}
