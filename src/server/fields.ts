/** What options and the config are made of, as schemas: strict at every depth, because what does nothing was meant to do something. */
import * as v from 'valibot';
import { channels as allChannels } from '../channels.js';
import { allCountries, countriesOf, isCountry } from '../phone/countries.js';
import { purposes as allPurposes } from '../protocol.js';

/** Messages go on from the path: `"limits.perPhone.count" must be …`. */
export function strict<Entries extends v.ObjectEntries>(entries: Entries, noun = 'field') {
  return v.strictObject(entries, ({ expected, input }) => {
    if (expected === 'never') return `is no ${noun}; there are: ${Object.keys(entries).join(', ')}.`;
    return input === undefined ? 'is missing.' : 'must be a JSON object.';
  });
}

/** Throws an `Error` with a line for each thing that is wrong: its path, and what to write instead. */
export function parse<Schema extends v.GenericSchema>(schema: Schema, value: unknown, whole: string) {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const lines = result.issues.map(issue => {
    const path = v.getDotPath(issue);
    return `${path === null ? whole : `"${path}"`} ${issue.message}`;
  });
  throw new Error(lines.join('\n'));
}

export const text = v.pipe(v.string('must be a text.'), v.nonEmpty('must be a text.'));

export function matching(pattern: RegExp, what: string) {
  const message = `must be ${what}.`;
  return v.pipe(v.string(message), v.regex(pattern, message));
}

export function whole(least: number, most: number) {
  const message = `must be a whole number from ${least} to ${most}.`;
  return v.pipe(v.number(message), v.integer(message), v.minValue(least, message), v.maxValue(most, message));
}

export function list<Item extends v.GenericSchema>(item: Item) {
  return v.pipe(
    v.array(item, 'must be a list.'),
    v.nonEmpty('must not be empty: leave it out, or name what it is to have.'),
  );
}

/** One, or a list of them. */
export function oneOrMore<Item extends v.GenericSchema>(item: Item) {
  const items = list(item);
  return v.lazy<Item | typeof items>(input => (Array.isArray(input) ? items : item));
}

export const callback = v.function('must be a function.');

export const purpose = v.picklist(
  allPurposes,
  `must be a purpose, like "sign-in", of: ${allPurposes.join(', ')}.`,
);

/** What people write for a country, and what ISO 3166-1 calls it. */
const misnamed: Readonly<Record<string, string>> = { UK: 'GB', EL: 'GR', EN: 'GB' };

export const country = v.pipe(
  v.string('must be a country, like "GB".'),
  v.transform(code => code.toUpperCase()),
  v.check(
    (code: string) => isCountry(code),
    ({ input }) => {
      const meant = misnamed[input];
      if (meant) return `is "${input}", which is no country code: write "${meant}".`;
      return `must be a country of ISO 3166-1 in two letters, like "GB"; ${JSON.stringify(input)} is none of the ${allCountries.length}.`;
    },
  ),
);

export const callingCode = v.pipe(
  v.string(),
  v.check(
    code => countriesOf(code).length > 0,
    ({ input }) => {
      const digits = input.replace(/\D/g, '').replace(/^00/, '');
      return `is no calling code: write ${countriesOf(digits).length > 0 ? `"${digits}"` : 'its digits alone, like "44"'}.`;
    },
  ),
);

export const phone = matching(/^\+[1-9]\d{6,14}$/, 'a number like "+447700900123"');

/** An exact one, as browsers say it. */
export const origin = v.pipe(
  v.string('must be an origin, like "https://www.example.com".'),
  v.check(
    text => /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text,
    ({ input }) => {
      const meant = /^https?:/.test(input) && URL.canParse(input) ? new URL(input).origin : undefined;
      return meant
        ? `must be an origin, without anything behind it: write "${meant}".`
        : 'must be an origin, like "https://www.example.com".';
    },
  ),
);

export function url(protocols: RegExp, example: string) {
  const message = `must be an address, like "${example}".`;
  return v.pipe(
    v.string(message),
    v.check(
      text => URL.canParse(text) && protocols.test(new URL(text).protocol) && new URL(text).host !== '',
      message,
    ),
  );
}

export const webUrl = url(/^https?:$/, 'https://www.example.com/path');

/** A timer of more than 24 days ends at once. */
const maxSeconds = 24 * 24 * 3600;

const limit = strict({ count: whole(0, Number.MAX_SAFE_INTEGER), seconds: whole(1, maxSeconds) });

const limitSetting = oneOrMore(limit);

const messageLimits = {
  perAddress: v.exactOptional(limitSetting),
  perPhone: v.exactOptional(limitSetting),
  perPrefix: v.exactOptional(limitSetting),
  perCountry: v.exactOptional(limitSetting),
  countries: v.exactOptional(v.record(country, limitSetting, 'must be a JSON object.')),
  perCallingCode: v.exactOptional(limitSetting),
  callingCodes: v.exactOptional(v.record(callingCode, limitSetting, 'must be a JSON object.')),
  total: v.exactOptional(limitSetting),
};

export const limits = strict(
  {
    requests: v.exactOptional(limitSetting),
    ...messageLimits,
    failuresPerAddress: v.exactOptional(limitSetting),
    failures: v.exactOptional(limitSetting),
    passwordsPerPhone: v.exactOptional(limitSetting),
    passwordsPerAddress: v.exactOptional(limitSetting),
    passwords: v.exactOptional(limitSetting),
  },
  'limit',
);

/** By the names of the channels. */
export function byChannel<Item extends v.GenericSchema>(item: Item) {
  const each = v.exactOptional(item);
  return strict({ sms: each, whatsapp: each, voice: each }, 'channel');
}

/** What is said of a channel beside how it sends. */
export const channelFields = {
  cooldown: v.exactOptional(whole(1, 3600)),
  limits: v.exactOptional(strict(messageLimits, 'limit')),
};

/** What stands in for which. */
export const fallback = byChannel(
  v.picklist(allChannels, `must be a channel, of: ${allChannels.join(', ')}.`),
);

/** What the library's options and the command's config have in common. */
export const sharedFields = {
  basePath: v.optional(matching(/^\/[^?#\s]*$/, 'a path, like "/api/phone"')),
  origins: v.optional(v.array(origin, 'must be a list.')),
  publicUrl: v.optional(text),
  issuer: v.optional(text),
  audience: v.optional(text),
  trustedProxies: v.optional(
    v.lazy(input => (Array.isArray(input) ? v.array(text, 'must be a list.') : whole(0, 100))),
  ),
  purposes: v.optional(list(purpose)),
  countries: v.optional(list(country)),
  excludeCountries: v.optional(list(country)),
  refuseUnassigned: v.optional(v.boolean('must be true or false.')),
  brand: v.optional(matching(/^[^\p{Cc}{}]{1,30}$/u, 'a name of up to 30 characters, without braces')),
  boundHost: v.optional(matching(/^[a-z\d.-]+(:\d+)?$/, 'a host, like "www.example.com"')),
  limits: v.optional(limits),
  testNumbers: v.optional(
    v.record(phone, matching(/^\d{6}$/, 'a text of 6 digits'), 'must be a JSON object.'),
  ),
};

/** Seconds; browsers cut a cookie's life to 400 days. */
export const sessionLifetime = whole(1, 400 * 24 * 3600);

/** Seconds; a session is renewed for ten years at most. */
export const maxSessionLifetime = whole(1, 10 * 365 * 24 * 3600);
