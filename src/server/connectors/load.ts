/** Loads one official connector and turns it into a `Send`. Node only: the packages send with `got`. */
import type { Send } from '../deliver.js';
import { outgoingFor } from './content.js';
import { connectorNames, connectorPackages, isConnectorName, type ConnectorName } from './packages.js';
import { failureOf, refusalIn } from './refusals.js';
import type { ConnectorSetting } from './setting.js';
import { watchRequests } from './watch-requests.js';

/** The part of the packages' interface that is used; they do not all ship types. */
interface Connector {
  configGuard: {
    safeParse(config: unknown): { success: true } | { success: false; error: { issues: Issue[] } };
  };
  sendMessage(
    message: { to: string; type: string; payload: Record<string, string>; ip?: string },
    config: unknown,
  ): Promise<unknown>;
}

interface Issue {
  path: (string | number)[];
  message: string;
}

/** Thrown for a config that the connector's own guard refuses; for who shows each message at its field. */
export class ConfigInvalid extends Error {
  /** `field` is a path into the config, like `templates.1.content`; empty for the config as a whole. */
  readonly issues: readonly { field: string; message: string }[];

  constructor(name: string, issues: readonly Issue[]) {
    const found = issues.map(({ path, message }) => ({ field: path.join('.'), message }));
    const fields = found.map(({ field, message }) => `"${field || 'config'}": ${message}`);
    super(`The config of the connector "${name}" is not valid: ${fields.join('; ')}.`);
    this.name = 'ConfigInvalid';
    this.issues = found;
  }
}

type CreateConnector = (host: { getConfig: () => Promise<unknown> }) => Promise<Connector>;

/** Rejects with an `Error` that says what to do: an unknown name, a missing package, a field of the config. */
export async function loadConnector(asked: ConnectorSetting): Promise<Send> {
  const { name } = asked;
  const create = await importConnector(name);
  // A copy: what the host does to its object later is no change of the connector.
  const setting = { ...asked, config: withDefaults(name, structuredClone(asked.config)) };
  const connector = await create({ getConfig: () => Promise.resolve(setting.config) });
  checkConfig(name, connector, setting.config);
  return async (message, signal) => {
    const { type, payload, config, text } = outgoingFor(setting, message);
    const watch = watchRequests(signal);
    let answer: unknown;
    try {
      // Digits without a plus: only Twilio's package would take it off.
      const { address: ip } = message;
      const outgoing = { to: message.phone.slice(1), type, payload, ...(ip !== undefined && { ip }) };
      answer = await watch.run(() => connector.sendMessage(outgoing, config));
    } catch (error) {
      throw failureOf(error, { name, status: watch.status, text });
    }
    const refusal = refusalIn(name, answer);
    if (refusal) throw refusal;
  };
}

async function importConnector(name: ConnectorName): Promise<CreateConnector> {
  if (!isConnectorName(name)) {
    throw new Error(`There is no connector "${String(name)}"; there are: ${connectorNames.join(', ')}.`);
  }
  const packageName = connectorPackages[name];
  try {
    const module = (await import(/* @vite-ignore */ packageName)) as { default: CreateConnector };
    return module.default;
  } catch (error) {
    const { code, message } = error as { code?: unknown; message: string };
    if (code !== 'ERR_MODULE_NOT_FOUND' || !message.includes(`'${packageName}'`)) throw error;
    throw new Error(`The connector "${name}" is not installed. Run: npm install ${packageName}`, {
      cause: error,
    });
  }
}

/**
 * Aliyun's package takes any "1" and ten digits for a number of mainland China unless it is told that the country code is
 * always there. Here it always is.
 */
function withDefaults(name: ConnectorName, config: unknown): unknown {
  if (name !== 'aliyun' || typeof config !== 'object' || config === null) return config;
  return { strictPhoneRegionNumberCheck: true, ...config };
}

function checkConfig(name: ConnectorName, { configGuard }: Connector, config: unknown): void {
  const checked = configGuard.safeParse(config);
  const issues = checked.success ? contentIssues(config) : checked.error.issues;
  if (issues.length > 0) throw new ConfigInvalid(name, issues);
}

/** The guards let pass a text without a code, which would be sent like that. */
function contentIssues(config: unknown): Issue[] {
  const { templates = [] } = config as { templates?: { content?: string }[] };
  return templates.flatMap(({ content }, index) =>
    content === undefined || /\{\{\s*code\s*\}\}/.test(content)
      ? []
      : [{ path: ['templates', index, 'content'], message: 'Has no {{code}}' }],
  );
}
