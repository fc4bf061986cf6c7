/** The standalone server's config: one JSON object, which may be nothing but a connector's setting. Reads, and names what is wrong. */
import * as v from 'valibot';
import type { Channel } from '../channels.js';
import type { Purpose } from '../protocol.js';
import { readChannelSetting, type SenderSetting } from './connectors/channel-senders.js';
import { connectorKeys, readConnectorSetting, type ConnectorSetting } from './connectors/setting.js';
import {
  byChannel,
  channelFields,
  fallback,
  list,
  matching,
  maxSessionLifetime,
  parse,
  sessionLifetime,
  sharedFields,
  strict,
  text,
  url,
  webUrl,
  whole,
} from './fields.js';
import { isStrongSecret } from './keys.js';
import type { ChannelLimits, Limits } from './limits.js';
import type { Fallback } from './options.js';
import { siteVerifyFields, type SiteVerifyOptions } from './site-verify.js';

export interface StandaloneConfig {
  /** `127.0.0.1` by default: what serves others says so, as `0.0.0.0` or `::`. */
  host?: string;
  /** 3000 by default; 0 takes a free one. */
  port?: number;
  /** A file that holds the secret, where `PHONE_SIGN_IN_SECRET` does not. */
  secretFile?: string;
  /** A file that holds the `url` of the store, where neither `PHONE_SIGN_IN_STORE_URL` nor `store` does. */
  storeUrlFile?: string;
  /** A file that holds the secret of back ends, where `PHONE_SIGN_IN_INTROSPECTION_SECRET` does not. */
  introspectionSecretFile?: string;
  /** A file with private keys of P-256 (PKCS#8 PEM), the one in use first. */
  signingKeysFile?: string;
  issuer?: string;
  audience?: string;
  /** Who is asked with each right code, over HTTP: `onVerified` of the library. */
  webhookUrl?: string;
  /** A file with its secrets, one a line, where `PHONE_SIGN_IN_WEBHOOK_SECRET` does not hold them. */
  webhookSecretFile?: string;
  store?: StoreConfig;
  /** The header in which your own proxy says who asks: its last address counts. */
  proxyHeader?: string;
  /** How many proxies stand in front, or their networks; they write `X-Forwarded-For`. */
  trustedProxies?: number | string[];
  /** The origin that browsers see. */
  publicUrl?: string;
  basePath?: string;
  origins?: string[];
  purposes?: Purpose[];
  countries?: string[];
  excludeCountries?: string[];
  /** `true`: numbers that no plan has assigned get no message. */
  refuseUnassigned?: boolean;
  brand?: string;
  boundHost?: string;
  /** Seconds. */
  sessionLifetime?: number;
  /** Seconds from the sign-in until which a session that is used is renewed. */
  maxSessionLifetime?: number;
  limits?: Partial<Limits>;
  captcha?: SiteVerifyOptions;
  /** Where `GET /metrics` is served; not at all without it. */
  metricsPort?: number;
  /** `127.0.0.1` by default: this machine alone. */
  metricsHost?: string;
  /** How long a connection may rest: longer than a balancer keeps its own, or that meets one just closed. 75 by default. */
  keepAliveSeconds?: number;
  /** After SIGTERM `/ready` is 503 for as long before no new connection is taken. 5 by default. */
  drainSeconds?: number;
  /** Fixed codes of a test's numbers; refused in production. */
  testNumbers?: Record<string, string>;
  /** Of the keys `connector`, `config` and what belongs to them; may come from the environment instead. */
  connector?: ConnectorSetting;
  /** Instead of `connector`: how codes can go, in the order in which pages offer it. */
  channels?: Partial<Record<Channel, ChannelConfig>>;
  fallback?: Fallback;
}

/** One channel, with its connector's keys beside these. */
export interface ChannelConfig {
  connector: ConnectorSetting | SenderSetting;
  /** Seconds. */
  cooldown?: number;
  limits?: ChannelLimits;
}

export type StoreConfig =
  | { kind: 'memory'; maxEntries?: number }
  | {
      kind: 'redis';
      /** Of the one Redis; of any node of a `cluster`; or with the master's name as its host, where `sentinels` know it. */
      url: string;
      prefix?: string;
      timeoutMs?: number;
      /** `host:port` of each. */
      sentinels?: string[];
      cluster?: boolean;
    }
  | { kind: 'postgres'; url: string; schema?: string; timeoutMs?: number };

const stores = v.variant(
  'kind',
  [
    strict({ kind: v.literal('memory'), maxEntries: v.exactOptional(whole(1, 10_000_000)) }),
    strict({
      kind: v.literal('redis'),
      url: url(/^rediss?:$/, 'redis://127.0.0.1:6379'),
      prefix: v.exactOptional(text),
      sentinels: v.exactOptional(
        list(matching(/^(\[[\da-f:]+\]|[\w.-]+)(:\d+)?$/, 'a host with its port, like "10.0.0.1:26379"')),
      ),
      cluster: v.exactOptional(v.boolean('must be true or false.')),
      timeoutMs: v.exactOptional(whole(1, 60_000)),
    }),
    strict({
      kind: v.literal('postgres'),
      url: url(/^postgres(ql)?:$/, 'postgres://user@127.0.0.1/database'),
      schema: v.exactOptional(text),
      timeoutMs: v.exactOptional(whole(1, 60_000)),
    }),
  ],
  ({ expected }) =>
    expected === 'Object' ? 'must be a JSON object.' : 'must be "memory", "redis" or "postgres".',
);

const port = v.optional(whole(0, 65_535));

const entries = {
  host: v.optional(text),
  port,
  secretFile: v.optional(text),
  storeUrlFile: v.optional(text),
  introspectionSecretFile: v.optional(text),
  signingKeysFile: v.optional(text),
  webhookUrl: v.optional(webUrl),
  webhookSecretFile: v.optional(text),
  store: v.optional(stores),
  proxyHeader: v.optional(matching(/^[\w-]+$/, 'the name of a header, like "x-forwarded-for"')),
  ...sharedFields,
  sessionLifetime: v.optional(sessionLifetime),
  maxSessionLifetime: v.optional(maxSessionLifetime),
  captcha: v.optional(siteVerifyFields),
  metricsPort: port,
  metricsHost: v.optional(text),
  keepAliveSeconds: v.optional(whole(1, 3600)),
  drainSeconds: v.optional(whole(0, 600)),
  fallback: v.optional(fallback),
} satisfies Record<Exclude<keyof StandaloneConfig, 'connector' | 'channels'>, v.GenericSchema>;

/** They are read together, as the connector's own. */
const connectorEntries = Object.fromEntries(connectorKeys.map(key => [key, v.optional(v.unknown())]));

const channels = v.optional(byChannel(strict({ ...channelFields, ...connectorEntries })));

const schema = strict({ ...entries, channels, ...connectorEntries });

/** Throws an `Error` that names the field. */
export function readStandaloneConfig(value: unknown): StandaloneConfig {
  const read: Record<string, unknown> = parse(schema, value, 'The config');
  const own = Object.entries(read).filter(([key]) => Object.hasOwn(entries, key));
  const config: StandaloneConfig = Object.fromEntries(own);
  if (connectorKeys.some(key => Object.hasOwn(read, key))) {
    config.connector = readConnectorSetting(value);
  }
  const ofChannels = (value as { channels?: Partial<Record<Channel, unknown>> }).channels;
  if (!ofChannels) return config;
  if (config.connector)
    throw new Error('Either "connector" or "channels" says how messages leave, and not both.');
  const parsed = read.channels as Partial<Record<Channel, Omit<ChannelConfig, 'connector'>>>;
  // In the order of the file.
  const named = (Object.keys(ofChannels) as Channel[]).map(name => {
    const { cooldown, limits } = parsed[name] ?? {};
    const connector = readChannelSetting(name, ofChannels[name]);
    return [name, { connector, ...(cooldown !== undefined && { cooldown }), ...(limits && { limits }) }];
  });
  return { ...config, channels: Object.fromEntries(named) as NonNullable<StandaloneConfig['channels']> };
}

/**
 * One secret a line: the first is in use, and sessions made with the others still count. Throws an `Error` that says how to
 * make one, unless all of them are strong.
 */
export function readSecrets(text: string | undefined): string[] {
  const secrets = (text ?? '').split('\n').flatMap(line => line.trim() || []);
  if (secrets.length === 0) throw new Error(`There is no secret. ${howToSetSecret}`);
  if (!secrets.every(isStrongSecret)) {
    throw new Error(`The secret is weak: it needs 32 random characters or more. ${howToSetSecret}`);
  }
  return secrets;
}

const howToSetSecret =
  'Make one with "openssl rand -base64 32", and set it as PHONE_SIGN_IN_SECRET, or name its file in "secretFile". Keep it: changing it ends all sessions.';
