/** Loads one official connector and turns it into a `Send`. Node only: the packages send with `got`. */
import { SendRefused, type Message, type Send } from '../deliver.js';
import { connectorPackages, usageTypes, type ConnectorName } from './packages.js';

export interface ConnectorSetting {
  name: ConnectorName;
  /** What the connector's own documentation says, as JSON. */
  config: unknown;
}

/** The part of the packages' interface that is used; they do not all ship types. */
interface Connector {
  configGuard: {
    safeParse(
      config: unknown,
    ):
      | { success: true }
      | { success: false; error: { issues: { path: (string | number)[]; message: string }[] } };
  };
  sendMessage(message: { to: string; type: string; payload: Record<string, string> }): Promise<unknown>;
}

type CreateConnector = (host: { getConfig: () => Promise<unknown> }) => Promise<Connector>;

/** Rejects with an `Error` that says what to do: an unknown name, a missing package, a field of the config. */
export async function loadConnector({ name, config }: ConnectorSetting): Promise<Send> {
  const connector = await (await importConnector(name))({ getConfig: () => Promise.resolve(config) });
  const checked = connector.configGuard.safeParse(config);
  if (!checked.success) {
    const fields = checked.error.issues.map(
      ({ path, message }) => `"${path.join('.') || 'config'}": ${message}`,
    );
    throw new Error(`The config of the connector "${name}" is not valid: ${fields.join('; ')}.`);
  }
  return async message => {
    try {
      await connector.sendMessage({
        to: message.phone.slice(1),
        type: usageTypes[message.purpose],
        payload: payloadFor(name, message),
      });
    } catch (error) {
      throw isRefusal(error) ? new SendRefused(describe(error), { cause: error }) : error;
    }
  };
}

async function importConnector(name: ConnectorName): Promise<CreateConnector> {
  if (!Object.hasOwn(connectorPackages, name)) {
    const names = Object.keys(connectorPackages).join(', ');
    throw new Error(`There is no connector "${name}"; there are: ${names}.`);
  }
  const packageName = connectorPackages[name];
  try {
    const module = (await import(/* @vite-ignore */ packageName)) as { default: CreateConnector };
    return module.default;
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new Error(`The connector "${name}" is not installed. Run: npm install ${packageName}`, {
      cause: error,
    });
  }
}

/** Text and language for the HTTP connector alone: others fill templates, some by position, with all that they get. */
function payloadFor(name: ConnectorName, { code, text, locale }: Message): Record<string, string> {
  return name === 'http' ? { code, text, locale } : { code };
}

/**
 * Whether the message has certainly not been sent. A `ConnectorError` is a provider's refusal or a config it cannot use,
 * except that the HTTP connector wraps network failures as well and leaves only their message: what never reached the
 * provider is certain, what broke on the way is not. Raw errors of the others are network failures.
 */
function isRefusal(error: unknown): boolean {
  const text = describe(error);
  if (/\b(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)\b/.test(text)) return true;
  if (/\b(ECONNRESET|ETIMEDOUT|EPIPE)\b|socket hang up|timeout|timed out|aborted/i.test(text)) return false;
  return isConnectorError(error);
}

function describe(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const code = (error as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' ? `${code}: ${message}` : message;
}

/** By shape: each connector may bring its own copy of the class. */
function isConnectorError(error: unknown): error is Error & { code: string; data: unknown } {
  return error instanceof Error && 'code' in error && 'data' in error;
}
