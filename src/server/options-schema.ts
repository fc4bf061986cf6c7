/** The library's options, checked whole: functions too, and nothing that is not one of them. */
import * as v from 'valibot';
import type { Channel } from '../channels.js';
import { checkFallback } from './channel-plan.js';
import {
  byChannel,
  callback,
  channelFields,
  fallback,
  list,
  maxSessionLifetime,
  oneOrMore,
  parse,
  sessionLifetime,
  sharedFields,
  strict,
  text,
  whole,
} from './fields.js';
import { isStrongSecret } from './keys.js';
import type { ChannelOptions, PhoneServerOptions } from './options.js';
import type { Store } from './stores/store.js';

const storeMethods = [
  'begin',
  'resend',
  'settle',
  'attempt',
  'reopen',
  'end',
  'unlock',
  'claim',
  'finish',
  'revoke',
  'revokedAt',
  'counter',
  'check',
] as const satisfies (keyof Store)[];

/** With these methods, whatever else it may have: a store of one's own may be of a class. */
function having(methods: readonly string[], what: string) {
  return v.custom<object>(
    value =>
      typeof value === 'object' &&
      value !== null &&
      methods.every(name => typeof (value as Record<string, unknown>)[name] === 'function'),
    `must be ${what}, with the functions: ${methods.join(', ')}.`,
  );
}

const privateKey = v.pipe(
  v.string('must be a private key as PEM.'),
  v.regex(
    /^\s*-----BEGIN PRIVATE KEY-----[^-]+-----END PRIVATE KEY-----\s*$/,
    'must be a private key as PEM (PKCS#8). Make one with: openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256',
  ),
);

const strongText = v.pipe(
  v.string('must be a text.'),
  v.check(isStrongSecret, 'must have at least 32 random characters. Make one with: openssl rand -base64 32'),
);

const entries = {
  ...sharedFields,
  secret: oneOrMore(text),
  send: v.optional(callback),
  fallback: v.optional(fallback),
  channels: v.optional(byChannel(strict({ ...channelFields, send: callback }))),
  store: v.optional(having(storeMethods, 'a store, like createMemoryStore()')),
  checkPhone: v.optional(callback),
  resolvePhone: v.optional(callback),
  captcha: v.optional(strict({ provider: text, siteKey: text, verify: callback })),
  onVerified: v.optional(callback),
  verifyPassword: v.optional(callback),
  hookTimeoutMs: v.optional(whole(1, 60_000)),
  session: v.optional(
    strict({ lifetime: v.optional(sessionLifetime), maxLifetime: v.optional(maxSessionLifetime) }),
  ),
  signingKeys: v.optional(list(privateKey)),
  introspectionSecret: v.optional(strongText),
  onSpike: v.optional(callback),
  budget: v.optional(having(['take'], 'a budget')),
  trustedAddress: v.optional(callback),
  log: v.optional(callback),
  trace: v.optional(callback),
  nowMs: v.optional(callback),
} satisfies Record<keyof PhoneServerOptions, v.GenericSchema>;

const schema = strict(entries, 'option');

/** Throws a `TypeError` that says what to write. Answers the options in their one form: countries in capitals. */
export function readOptions(options: PhoneServerOptions): PhoneServerOptions {
  try {
    const read = parse(schema, options, 'What createPhoneServer is given');
    const { countries, excludeCountries, limits } = read;
    const channels = readChannels(options, read.channels);
    return {
      ...options,
      ...(countries && { countries }),
      ...(excludeCountries && { excludeCountries }),
      ...(limits && { limits }),
      ...(channels && { channels }),
    };
  } catch (error) {
    throw new TypeError(`phone-sign-in: ${(error as Error).message}`, { cause: error });
  }
}

/** In the host's own order. */
function readChannels(
  { send, channels, fallback = {} }: PhoneServerOptions,
  read: { [Name in Channel]?: Pick<ChannelOptions, 'limits'> } = {},
): PhoneServerOptions['channels'] {
  const names = Object.keys(channels ?? {}) as Channel[];
  if ((send === undefined) === (names.length === 0)) {
    throw new Error('Either "send" or "channels" says how messages leave: one of the two, and not both.');
  }
  checkFallback(send ? ['sms'] : names, fallback);
  if (send) return undefined;
  return Object.fromEntries(
    names.map(name => {
      const { limits } = read[name] ?? {};
      return [name, { ...channels?.[name], ...(limits && { limits }) }];
    }),
  );
}
