/** Options that would do nothing are refused, in the library as in the command's config, and the message says what to write. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createPhoneServer, siteVerify, type PhoneServerOptions } from '../../../src/server/index.js';
import { connectorKeys } from '../../../src/server/connectors/setting.js';
import { readStandaloneConfig } from '../../../src/server/standalone-config.js';
import { secret, setUp } from './helpers.js';

const send = () => Promise.resolve();
const make = (options: object) => createPhoneServer({ secret, send, ...options });
const limit = { count: 1, seconds: 60 };

describe('in the library as in the config', () => {
  it.each<[object, string]>([
    [{ countries: ['UK'] }, '"countries.0" is "UK", which is no country code: write "GB".'],
    [
      { excludeCountries: ['FR', 'uk'] },
      '"excludeCountries.1" is "UK", which is no country code: write "GB".',
    ],
    [{ countries: ['GBR'] }, '"countries.0" must be a country of ISO 3166-1 in two letters, like "GB"'],
    [{ countries: ['XX'] }, '"countries.0" must be a country'],
    [{ countries: 'GB' }, '"countries" must be a list.'],
    [{ countries: [] }, '"countries" must not be empty'],
    [{ purposes: [] }, '"purposes" must not be empty'],
    [{ purposes: ['SignIn'] }, '"purposes.0" must be a purpose, like "sign-in"'],
    [
      { limits: { callingCodes: { '+44': limit } } },
      '"limits.callingCodes.+44" is no calling code: write "44".',
    ],
    [
      { limits: { callingCodes: { '0044': limit } } },
      '"limits.callingCodes.0044" is no calling code: write "44".',
    ],
    [
      { limits: { callingCodes: { GB: limit } } },
      '"limits.callingCodes.GB" is no calling code: write its digits',
    ],
    [{ limits: { callingCodes: { '999': limit } } }, '"limits.callingCodes.999" is no calling code'],
    [
      { limits: { callingCode: limit } },
      '"limits.callingCode" is no limit; there are: requests, perAddress,',
    ],
    [
      { limits: { total: { ...limit, per: 'hour' } } },
      '"limits.total.per" is no field; there are: count, seconds.',
    ],
    [{ limits: { total: [limit, { count: 1, minutes: 1 }] } }, '"limits.total.1.minutes" is no field'],
    [{ limits: { total: [] } }, '"limits.total" must not be empty'],
    [{ limits: { total: { count: 1, seconds: 2 ** 31 } } }, '"limits.total.seconds" must be a whole number'],
    [{ limits: { total: undefined } }, '"limits.total"'],
    [
      { origins: ['https://shop.example/'] },
      '"origins.0" must be an origin, without anything behind it: write "https://shop.example".',
    ],
    [{ origins: ['shop.example'] }, '"origins.0" must be an origin'],
    [{ origins: ['https://'] }, '"origins.0" must be an origin'],
    [{ origins: ['*'] }, '"origins.0" must be an origin'],
    [{ basePath: 'api/phone' }, '"basePath" must be a path'],
    [{ brand: 'A{{code}}' }, '"brand" must be a name of up to 30 characters'],
    [{ brand: 'x'.repeat(31) }, '"brand" must be a name of up to 30 characters'],
    [{ boundHost: 'https://shop.example' }, '"boundHost" must be a host'],
    [{ refuseUnassigned: 'yes' }, '"refuseUnassigned" must be true or false.'],
    [
      { testNumbers: { '15005550006': '123456' } },
      '"testNumbers.15005550006" must be a number like "+447700900123".',
    ],
    [{ testNumbers: { '+15005550006': '1234' } }, '"testNumbers.+15005550006" must be a text of 6 digits.'],
    [{ toString: 1 }, '"toString" is no'],
  ])('%j', (wrong, message) => {
    expect(() => make(wrong)).toThrow(TypeError);
    expect(() => make(wrong)).toThrow(message);
    expect(() => readStandaloneConfig(wrong)).toThrow(message);
  });

  it('names everything that is wrong at once', () => {
    const wrong = { countries: ['UK'], basePath: 'x' };
    for (const read of [make, readStandaloneConfig]) {
      expect(() => read(wrong)).toThrow(/"basePath" must be a path.*\n"countries.0" is "UK"/);
    }
  });

  it('takes a country in small letters for what it is', async () => {
    expect(readStandaloneConfig({ countries: ['gb'], excludeCountries: ['fr'] })).toEqual({
      countries: ['GB'],
      excludeCountries: ['FR'],
    });
    const { create } = setUp({ countries: ['gb'] });
    expect((await create({}, '+447400123456')).status).toBe(201);
    expect((await create({}, '+33612345678')).body.code).toBe('phone_blocked');
    const without = setUp({ excludeCountries: ['gb'] });
    expect((await without.create({}, '+447400123456')).body.code).toBe('phone_blocked');
    const limited = setUp({ limits: { countries: { gb: { ...limit, count: 0 } } } });
    expect((await limited.create({}, '+447400123456')).body.code).toBe('rate_limited');
  });
});

describe('in the library', () => {
  it.each<[object, string]>([
    [{ onverified: () => ({}) }, '"onverified" is no option; there are: '],
    [
      { captcha: { provider: 'p', siteKey: 's', verify: send, minScore: 0.5 } },
      '"captcha.minScore" is no field',
    ],
    [{ captcha: { provider: 'p', siteKey: 's' } }, '"captcha.verify" is missing.'],
    [{ captcha: { provider: 'p', siteKey: 's', verify: true } }, '"captcha.verify" must be a function.'],
    [{ session: { lifeTime: 60 } }, '"session.lifeTime" is no field; there are: lifetime, maxLifetime.'],
    [{ session: { lifetime: '60' } }, '"session.lifetime" must be a whole number'],
    [{ send: undefined }, 'Either "send" or "channels"'],
    [{ send: 'sms' }, '"send" must be a function.'],
    [{ channels: { sms: { send } } }, 'Either "send" or "channels"'],
    [{ send: undefined, channels: {} }, 'Either "send" or "channels"'],
    [{ send: undefined, channels: { pigeon: { send } } }, '"channels.pigeon" is no channel'],
    [{ send: undefined, channels: { voice: {} } }, '"channels.voice.send" is missing.'],
    [{ send: undefined, channels: { voice: { send, cooldown: 0 } } }, '"channels.voice.cooldown" must be'],
    [
      { send: undefined, channels: { voice: { send, limits: { requests: limit } } } },
      '"channels.voice.limits.requests" is no limit',
    ],
    [{ fallback: { whatsapp: 'sms' } }, 'names the channel "whatsapp", which is not set up'],
    [{ fallback: { sms: 'sms' } }, 'leads from "sms" back to itself'],
    [{ fallback: { sms: 'pigeon' } }, '"fallback.sms" must be a channel'],
    [
      {
        send: undefined,
        channels: { sms: { send }, whatsapp: { send }, voice: { send } },
        fallback: { whatsapp: 'sms', sms: 'voice', voice: 'whatsapp' },
      },
      'leads from "whatsapp" back to itself',
    ],
    [{ onVerified: {} }, '"onVerified" must be a function.'],
    [{ checkPhone: 'possible' }, '"checkPhone" must be a function.'],
    [{ resolvePhone: '+447400123456' }, '"resolvePhone" must be a function.'],
    [{ log: console }, '"log" must be a function.'],
    [{ hookTimeoutMs: '5s' }, '"hookTimeoutMs" must be a whole number'],
    [{ store: { begin: send } }, '"store" must be a store'],
    [{ budget: {} }, '"budget" must be a budget, with the functions: take.'],
    [{ secret: 'x'.repeat(32) }, '"secret" must have at least 32 random characters'],
    [{ secret: '0123456701234567'.repeat(4) }, '"secret" must have at least 32 random characters'],
    [{ secret: [secret, 'short'] }, '"secret" must have at least 32 random characters'],
    [{ secret: undefined }, '"secret"'],
  ])('%j', (wrong, message) => {
    expect(() => make(wrong)).toThrow(TypeError);
    expect(() => make(wrong)).toThrow(message);
  });

  it('says what is missing', () => {
    expect(() => createPhoneServer({} as PhoneServerOptions)).toThrow(/"secret" is missing\./);
    expect(() => createPhoneServer(undefined as never)).toThrow(/createPhoneServer is given is missing/);
  });

  it('refuses what siteVerify cannot use', () => {
    const options = { provider: 'hcaptcha', siteKey: 's', secret: 'k' } as const;
    expect(() => siteVerify({ ...options, minScore: 0.5 })).toThrow(/"minScore" is for recaptcha alone/);
    expect(() => siteVerify({ ...options, maxScore: 1 } as never)).toThrow(/"maxScore" is no field/);
    expect(() => siteVerify({ ...options, provider: 'hCaptcha' as never })).toThrow(
      /"provider" must be one of/,
    );
  });
});

describe('the guides', () => {
  /** What stands in a message after "there are: ". */
  const namesIn = (read: () => unknown) => {
    try {
      read();
    } catch (error) {
      return (/there are: (.*)\./.exec((error as Error).message)?.[1] ?? '').split(', ').toSorted();
    }
    throw new Error('Nothing was refused');
  };
  const nope = { nope: 1 } as never;
  /** What is named in code between one heading and the next; in the first column of its tables, or anywhere. */
  const namedIn = (guide: string, heading: string, where: RegExp) => {
    const text = readFileSync(`docs/${guide}`, 'utf8');
    const section = text.slice(text.indexOf(`\n${heading}\n`)).split(/\n##? /)[1] ?? '';
    const parts = [...section.matchAll(where)].flatMap(([part]) => part.match(/\b[a-z]\w*/gi) ?? []);
    return [...new Set(parts)].toSorted();
  };
  const ofConnectors = new Set<string>(connectorKeys);
  const firstColumn = /^\| `.*?\|/gm;

  it('name every option of the library, and no other', () => {
    const named = namedIn('server.md', '## Options', firstColumn).filter(name => !/lifetime$/i.test(name));
    expect(named).toEqual(namesIn(() => make(nope)));
  });

  it('name every field of the config, and no other', () => {
    const named = namedIn('connectors.md', '## The server as a command', firstColumn);
    const fields = namesIn(() => readStandaloneConfig(nope)).filter(name => !ofConnectors.has(name));
    expect(named).toEqual(fields);
  });

  it('name every limit, and all that siteVerify takes', () => {
    const inCode = /```[^]*?```|`[^`]+`/g;
    const limits = namesIn(() => make({ limits: nope }));
    const heading = '## Codes, cool-downs and limits';
    expect(limits.filter(name => !namedIn('server.md', heading, inCode).includes(name))).toEqual([]);
    const parts = namesIn(() => siteVerify(nope));
    const named = namedIn('server.md', '## The session', inCode);
    expect(parts.filter(name => !named.includes(name))).toEqual([]);
  });
});
