/**
 * Devices that verified a number before. Whoever sends messages to a number and guesses at it locks its owner out for a
 * day; a device of theirs has tries and cool-downs of its own. It is a cookie: its own random name, and for each of a few
 * numbers an HMAC of number, device and end, so that it says nothing of the number and holds for no other.
 */
import { parse, serialize } from 'hono/utils/cookie';
import type { E164 } from '../protocol.js';
import { equalInConstantTime } from './constant-time.js';
import { randomId, type Keys } from './keys.js';
import { isPlainLoopback } from './origin.js';

export type KnownDevices = ReturnType<typeof createKnownDevices>;

export interface KnownDevicesOptions {
  keys: Keys;
  publicUrl: string | undefined;
  nowMs: () => number;
}

const lifetimeSeconds = 90 * 24 * 3600;

/** A family's. */
const maxNumbers = 3;

export function createKnownDevices({ keys, publicUrl, nowMs }: KnownDevicesOptions) {
  const cookieName = (request: Request) =>
    isPlainLoopback(request, publicUrl) ? 'phone-known' : '__Host-phone-known';

  function read(request: Request): { device: string | undefined; entries: string[] } {
    const name = cookieName(request);
    const value = parse(request.headers.get('cookie') ?? '', name)[name] ?? '';
    const [device = '', ...entries] = value.split('.');
    return /^[\w-]{22}$/.test(device) ? { device, entries } : { device: undefined, entries: [] };
  }

  async function isOf(entry: string, device: string, phone: E164): Promise<boolean> {
    const [ends = '', mac = ''] = entry.split('~');
    const macs = await keys.macs('known-device', phone, device, ends);
    return macs.some(each => equalInConstantTime(each, mac));
  }

  return {
    /** The device's name where it verified this number within the last 90 days. */
    async find(request: Request, phone: E164): Promise<string | undefined> {
      const { device, entries } = read(request);
      if (device === undefined) return undefined;
      for (const entry of entries.slice(0, maxNumbers)) {
        const isOver = !(Number.parseInt(entry, 36) * 1000 > nowMs());
        if (!isOver && (await isOf(entry, device, phone))) return device;
      }
      return undefined;
    },

    /** The header by which a browser remembers that it verified this number. */
    async remember(request: Request, phone: E164): Promise<[string, string]> {
      const { device = randomId(), entries } = read(request);
      const others: string[] = [];
      for (const entry of entries.slice(0, maxNumbers)) {
        if (!(await isOf(entry, device, phone))) others.push(entry);
      }
      const ends = (Math.floor(nowMs() / 1000) + lifetimeSeconds).toString(36);
      const entry = `${ends}~${await keys.mac('known-device', phone, device, ends)}`;
      const value = [device, entry, ...others.slice(0, maxNumbers - 1)].join('.');
      const name = cookieName(request);
      const secure = name.startsWith('__Host-');
      const options = {
        path: '/',
        maxAge: lifetimeSeconds,
        httpOnly: true,
        secure,
        sameSite: 'Lax',
      } as const;
      return ['set-cookie', serialize(name, value, options)];
    },
  };
}
