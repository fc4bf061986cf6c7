/** Secrets come in, and do not go out again: in what the browser gets, and in a file for elsewhere, something stands for them. */
import type { ConnectorFile, ConnectorName } from '../../src/server/connectors/index.js';
import { maskDigits } from '../../src/server/mask.js';
import { savedMark, type Issue } from './wire.js';

/** The packages do not say which of their fields are secret. */
export const secretKeys: Record<ConnectorName, readonly string[]> = {
  twilio: ['authToken'],
  aliyun: ['accessKeySecret'],
  tencent: ['accessKeySecret'],
  smsaero: ['apiKey'],
  gatewayapi: ['apiToken'],
  vonage: ['apiKey', 'apiSecret'],
  http: ['authorization'],
};

type Config = Record<string, unknown>;

export function isSecret(name: ConnectorName, key: string): boolean {
  return secretKeys[name].includes(key);
}

/** With {@link savedMark} for each secret. */
export function maskSecrets(file: ConnectorFile): ConnectorFile {
  return replaceSecrets(file, () => savedMark);
}

/** With `<authToken>` for each secret: for who carries the file to another place, and fills it in there. */
export function blankSecrets(file: ConnectorFile): { file: ConnectorFile; blanks: string[] } {
  const blanks: string[] = [];
  const blanked = replaceSecrets(file, key => {
    blanks.push(key);
    return `<${key}>`;
  });
  return { file: blanked, blanks };
}

/** Whether a value is still one of those, or of the packages' own (`<account-sid>`). */
export function isBlank(value: unknown): boolean {
  return typeof value === 'string' && /^<[^<>]+>$/.test(value.trim());
}

/**
 * The config with what is saved in place of {@link savedMark}. A secret is kept for the endpoint that it was given for
 * alone: whoever names another one could read it there.
 */
export function restoreSecrets(
  name: ConnectorName,
  config: Config,
  saved: Config | undefined,
): { config: Config; issues: Issue[] } {
  const issues: Issue[] = [];
  const restored = { ...config };
  for (const key of Object.keys(config)) {
    if (config[key] !== savedMark) continue;
    if (!isSecret(name, key) || saved?.[key] === undefined) {
      issues.push({ field: key, message: 'Nothing is saved here: enter it.' });
      delete restored[key];
    } else if (saved['endpoint'] !== config['endpoint']) {
      issues.push({ field: key, message: 'The endpoint has changed: enter this again, for the new one.' });
      delete restored[key];
    } else {
      restored[key] = saved[key];
    }
  }
  return { config: restored, issues };
}

/** A provider's words, without the secrets that it may have repeated. */
export function redactSecrets(words: string, name: ConnectorName, config: unknown): string {
  const values = secretKeys[name].map(key => (config as Config)[key]);
  // "Bearer abc": an endpoint may well repeat the second part alone.
  const parts = values.flatMap(value => (typeof value === 'string' ? [value, ...value.split(/\s+/)] : []));
  // The words have come without their numbers.
  return [...parts, ...parts.map(maskDigits)]
    .filter(part => part.length >= 6)
    .sort((one, other) => other.length - one.length)
    .reduce((rest, part) => rest.replaceAll(part, savedMark), words);
}

function replaceSecrets(file: ConnectorFile, stand: (key: string) => string): ConnectorFile {
  const config = { ...(file.config as Config) };
  for (const key of secretKeys[file.connector]) {
    if (typeof config[key] === 'string' && config[key] !== '') config[key] = stand(key);
  }
  return { ...file, config };
}
