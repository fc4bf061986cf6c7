/** Which connector, with which config: read from JSON or the environment, so that what was tried can be carried elsewhere. */
import { readFile } from 'node:fs/promises';
import { canonicalTag } from '../message-texts.js';
import { connectorNames, isConnectorName, type ConnectorName } from './packages.js';

export interface ConnectorSetting {
  name: ConnectorName;
  /** What the connector's own documentation says, as JSON. */
  config: unknown;
  /**
   * `localized` (the default): the config's templates are sent in their own language, and our texts in the others that we
   * have. `config`: the templates are sent to everybody.
   */
  texts?: 'localized' | 'config';
  /** The language that the config's templates are written in: `en` by default. */
  templatesLocale?: string;
  /**
   * For `vonage` and `gatewayapi`, whose packages send as GSM-7: `true` where your account turns other letters into UCS-2 by
   * itself. Without it, languages outside of GSM-7 get the config's templates.
   */
  unicode?: boolean;
}

/** The same as JSON. Other keys beside these do no harm: the standalone server keeps its own there. */
export interface ConnectorFile extends Omit<ConnectorSetting, 'name'> {
  connector: ConnectorName;
}

/** The keys of {@link ConnectorFile}. */
export const connectorKeys = ['connector', 'config', 'texts', 'templatesLocale', 'unicode'] as const;

/** Throws an `Error` that names the field; the config itself is checked when the connector is loaded. */
export function readConnectorSetting(value: unknown): ConnectorSetting {
  if (!isObject(value)) throw new Error('A connector setting must be a JSON object.');
  const { connector, config, texts, templatesLocale, unicode } = value;
  if (!isConnectorName(connector)) {
    const said = connector === undefined ? 'is missing' : `cannot be ${JSON.stringify(connector)}`;
    throw new Error(`"connector" ${said}; there are: ${connectorNames.join(', ')}.`);
  }
  if (!isObject(config))
    throw new Error(`"config" must be an object: what the connector "${connector}" asks for.`);
  if (texts !== undefined && texts !== 'localized' && texts !== 'config') {
    throw new Error('"texts" must be "localized" or "config".');
  }
  if (templatesLocale !== undefined && !isTag(templatesLocale)) {
    throw new Error('"templatesLocale" must be a language tag, like "en" or "pt-BR".');
  }
  if (unicode !== undefined && typeof unicode !== 'boolean')
    throw new Error('"unicode" must be true or false.');
  return {
    name: connector,
    config,
    ...(texts !== undefined && { texts }),
    ...(templatesLocale !== undefined && { templatesLocale }),
    ...(unicode !== undefined && { unicode }),
  };
}

export async function readConnectorFile(path: string): Promise<ConnectorSetting> {
  try {
    return readConnectorSetting(parseJson(await readFile(path, 'utf8')));
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`, { cause: error });
  }
}

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * `PHONE_SIGN_IN_CONNECTOR_FILE` names a file; `PHONE_SIGN_IN_CONNECTOR` and `PHONE_SIGN_IN_CONNECTOR_CONFIG` (JSON) are the
 * setting itself. Answers `undefined` where none of them is set.
 */
export async function readConnectorEnvironment(env: Environment): Promise<ConnectorSetting | undefined> {
  const {
    PHONE_SIGN_IN_CONNECTOR_FILE: path,
    PHONE_SIGN_IN_CONNECTOR: connector,
    PHONE_SIGN_IN_CONNECTOR_CONFIG: config,
  } = env;
  if (path) {
    if (connector) throw new Error('Set PHONE_SIGN_IN_CONNECTOR or PHONE_SIGN_IN_CONNECTOR_FILE, not both.');
    return readConnectorFile(path);
  }
  if (!connector && !config) return undefined;
  try {
    return readConnectorSetting({ connector: connector || undefined, config: parseJson(config ?? '') });
  } catch (error) {
    const { message } = error as Error;
    throw new Error(`PHONE_SIGN_IN_CONNECTOR, PHONE_SIGN_IN_CONNECTOR_CONFIG: ${message}`, { cause: error });
  }
}

/** Says where JSON breaks off, and nothing of what it says: there are keys in it. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const at = /position (\d+)/.exec((error as Error).message)?.[1];
    const line = at === undefined ? text.split('\n').length : text.slice(0, Number(at)).split('\n').length;
    // Without the cause: the engine's message quotes the text.
    // eslint-disable-next-line preserve-caught-error
    throw new Error(text.trim() === '' ? 'There is no JSON.' : `Not valid JSON, in line ${line}.`);
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTag(value: unknown): value is string {
  return typeof value === 'string' && canonicalTag(value) !== undefined;
}
