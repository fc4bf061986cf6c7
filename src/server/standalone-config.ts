/** The standalone server's config: one JSON object, which may be nothing but a connector's setting. Reads, and names what is wrong. */
import { isPurpose, type Purpose } from '../protocol.js';
import { connectorKeys, readConnectorSetting, type ConnectorSetting } from './connectors/setting.js';
import { defaultLimits, type Limits } from './limits.js';
import { captchaProviders, type SiteVerifyOptions } from './site-verify.js';
import type { Limit } from './stores/store.js';

export interface StandaloneConfig {
  /** `127.0.0.1` by default: what serves others says so, as `0.0.0.0` or `::`. */
  host?: string;
  /** 3000 by default; 0 takes a free one. */
  port?: number;
  /** A file that holds the secret, where `PHONE_SIGN_IN_SECRET` does not. */
  secretFile?: string;
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
  boundHost?: string;
  /** Seconds. */
  sessionLifetime?: number;
  limits?: Partial<Limits>;
  captcha?: SiteVerifyOptions;
  /** Where this machine alone can read `GET /metrics`; not served without it. */
  metricsPort?: number;
  /** Fixed codes of a test's numbers; refused in production. */
  testNumbers?: Record<string, string>;
  /** Of the keys `connector`, `config` and what belongs to them; may come from the environment instead. */
  connector?: ConnectorSetting;
}

export type StoreConfig =
  { kind: 'memory'; maxEntries?: number } | { kind: 'redis'; url: string; prefix?: string };

type Reader<Value> = (value: unknown, field: string) => Value;

const readers = {
  host: readText,
  port: readWhole(0, 65_535),
  secretFile: readText,
  store: readStore,
  proxyHeader: readMatching(/^[\w-]+$/, 'the name of a header, like "x-forwarded-for"'),
  trustedProxies: readProxies,
  publicUrl: readText,
  basePath: readMatching(/^\/[^?#]*$/, 'a path, like "/api/phone"'),
  origins: readList(readMatching(/^https?:\/\/[^/]+$/, 'an origin, like "https://www.example.com"')),
  purposes: readList(readPurpose),
  countries: readList(readCountry),
  excludeCountries: readList(readCountry),
  boundHost: readMatching(/^[a-z\d.-]+(:\d+)?$/, 'a host, like "www.example.com"'),
  sessionLifetime: readWhole(1, 400 * 24 * 3600),
  limits: readLimits,
  captcha: readCaptcha,
  metricsPort: readWhole(0, 65_535),
  testNumbers: readTestNumbers,
} satisfies {
  [Field in Exclude<keyof StandaloneConfig, 'connector'>]-?: Reader<StandaloneConfig[Field]>;
};

/** Throws an `Error` that names the field. */
export function readStandaloneConfig(value: unknown): StandaloneConfig {
  const object = readObject(value, 'The config');
  const known = [...Object.keys(readers), ...connectorKeys];
  const config: Record<string, unknown> = {};
  for (const [field, said] of Object.entries(object)) {
    if (!known.includes(field)) throw new Error(`"${field}" is no field; there are: ${known.join(', ')}.`);
    if (Object.hasOwn(readers, field))
      config[field] = readers[field as keyof typeof readers](said, `"${field}"`);
  }
  if (connectorKeys.some(key => Object.hasOwn(object, key))) config.connector = readConnectorSetting(object);
  return config;
}

/**
 * One secret a line: the first is in use, and sessions made with the others still count. Throws an `Error` that says how to
 * make one, unless all of them are strong.
 */
export function readSecrets(text: string | undefined): string[] {
  const secrets = (text ?? '').split('\n').flatMap(line => line.trim() || []);
  if (secrets.length === 0) throw new Error(`There is no secret. ${howToSetSecret}`);
  // A strong secret of 32 characters has more than 8 different ones, even in hexadecimal.
  if (secrets.some(secret => secret.length < 32 || new Set(secret).size <= 8)) {
    throw new Error(`The secret is weak: it needs 32 random characters or more. ${howToSetSecret}`);
  }
  return secrets;
}

const howToSetSecret =
  'Make one with "openssl rand -base64 32", and set it as PHONE_SIGN_IN_SECRET, or name its file in "secretFile". Keep it: changing it ends all sessions.';

function readObject(value: unknown, field: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  throw new Error(`${field} must be a JSON object.`);
}

function readText(value: unknown, field: string): string {
  if (typeof value === 'string' && value !== '') return value;
  throw new Error(`${field} must be a text.`);
}

function readMatching(pattern: RegExp, what: string): Reader<string> {
  return (value, field) => {
    if (typeof value === 'string' && pattern.test(value)) return value;
    throw new Error(`${field} must be ${what}.`);
  };
}

function readWhole(least: number, most: number): Reader<number> {
  return (value, field) => {
    if (Number.isInteger(value) && (value as number) >= least && (value as number) <= most)
      return value as number;
    throw new Error(`${field} must be a whole number from ${least} to ${most}.`);
  };
}

function readList<Item>(readItem: Reader<Item>): Reader<Item[]> {
  return (value, field) => {
    if (!Array.isArray(value)) throw new Error(`${field} must be a list.`);
    return value.map((item, index) => readItem(item, below(field, String(index))));
  };
}

function readProxies(value: unknown, field: string): number | string[] {
  return Array.isArray(value) ? readList(readText)(value, field) : readWhole(0, 100)(value, field);
}

function readPurpose(value: unknown, field: string): Purpose {
  if (isPurpose(value)) return value;
  throw new Error(`${field} must be a purpose, like "sign-in".`);
}

function readStore(value: unknown, field: string): StoreConfig {
  const { kind, url, prefix, maxEntries } = readObject(value, field);
  if (kind === 'memory') {
    return {
      kind,
      ...(maxEntries !== undefined && {
        maxEntries: readWhole(1, 10_000_000)(maxEntries, '"store.maxEntries"'),
      }),
    };
  }
  if (kind === 'redis') {
    const readUrl = readMatching(/^rediss?:\/\/./, 'an address, like "redis://127.0.0.1:6379"');
    return {
      kind,
      url: readUrl(url, '"store.url"'),
      ...(prefix !== undefined && { prefix: readText(prefix, '"store.prefix"') }),
    };
  }
  throw new Error('"store.kind" must be "memory" or "redis".');
}

function readCaptcha(value: unknown, field: string): SiteVerifyOptions {
  const { provider, siteKey, secret, minScore, url } = readObject(value, field);
  const names = Object.keys(captchaProviders);
  if (!names.includes(provider as string))
    throw new Error(`${below(field, 'provider')} must be one of: ${names.join(', ')}.`);
  if (minScore !== undefined && !(typeof minScore === 'number' && minScore >= 0 && minScore <= 1))
    throw new Error(`${below(field, 'minScore')} must be a number from 0 to 1.`);
  const readUrl = readMatching(/^https?:\/\/./, 'an address');
  return {
    provider: provider as SiteVerifyOptions['provider'],
    siteKey: readText(siteKey, below(field, 'siteKey')),
    secret: readText(secret, below(field, 'secret')),
    ...(minScore !== undefined && { minScore }),
    ...(url !== undefined && { url: readUrl(url, below(field, 'url')) }),
  };
}

function readCountry(value: unknown, field: string): string {
  return readMatching(/^[A-Z]{2}$/, 'a country, like "GB"')(value, field);
}

const limitNames = [...Object.keys(defaultLimits), 'failures'];

function readLimits(value: unknown, field: string): Partial<Limits> {
  const limits = mapObject(value, field, (limit, name, at) => {
    if (!limitNames.includes(name))
      throw new Error(`${at} is no limit; there are: ${limitNames.join(', ')}.`);
    return name === 'callingCodes'
      ? mapObject(limit, at, (each, _code, at) => readLimit(each, at))
      : readLimit(limit, at);
  });
  return limits;
}

function readLimit(value: unknown, field: string): Limit | Limit[] {
  if (Array.isArray(value)) return readList((each, at) => readLimit(each, at) as Limit)(value, field);
  const { count, seconds } = readObject(value, field);
  return {
    count: readWhole(0, Number.MAX_SAFE_INTEGER)(count, below(field, 'count')),
    seconds: readWhole(1, Number.MAX_SAFE_INTEGER)(seconds, below(field, 'seconds')),
  };
}

/** Whether each is a number with a code that can be used is the server's own check. */
function readTestNumbers(value: unknown, field: string): Record<string, string> {
  return mapObject(value, field, (code, _phone, at) => readText(code, at));
}

function mapObject<Value>(
  value: unknown,
  field: string,
  read: (value: unknown, key: string, field: string) => Value,
): Record<string, Value> {
  const entries = Object.entries(readObject(value, field));
  return Object.fromEntries(entries.map(([key, each]) => [key, read(each, key, below(field, key))]));
}

/** `"limits"` → `"limits.total"` */
function below(field: string, key: string): string {
  return `${field.slice(0, -1)}.${key}"`;
}
