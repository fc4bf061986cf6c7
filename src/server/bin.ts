#!/usr/bin/env node
/** The command `phone-sign-in-server`: reads arguments, environment and files, and starts the standalone server. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Channel } from '../channels.js';
import { readConnectorEnvironment, testSend, type SenderSetting } from './connectors/index.js';
import { parseJson, type ConnectorSetting } from './connectors/setting.js';
import { checkStandalone, startStandalone, type StandaloneOptions } from './node-standalone.js';
import { readSecrets, readStandaloneConfig, type StandaloneConfig } from './standalone-config.js';

const help = `phone-sign-in-server: phone sign-in as a server of its own

  phone-sign-in-server --config phone-sign-in.json

  -c, --config <file>      the config (JSON); or PHONE_SIGN_IN_CONFIG
      --host, --port       where to listen; or HOST, PORT (127.0.0.1, 3000)
      --check              checks config, secret and connector, and ends
      --test-send <phone>  sends one Generic test message, and ends: --test-send +447700900123
      --locale <tag>       the language of the test message
      --channel <name>     its channel, where the config has several: sms (the default), whatsapp, voice
      --version            the version of the package
  -h, --help               this

The secret comes from PHONE_SIGN_IN_SECRET, or from the file in "secretFile" or PHONE_SIGN_IN_SECRET_FILE.
The store's address comes from PHONE_SIGN_IN_STORE_URL, or from the file in "storeUrlFile" or PHONE_SIGN_IN_STORE_URL_FILE.
The connector comes from the config, or from PHONE_SIGN_IN_CONNECTOR and PHONE_SIGN_IN_CONNECTOR_CONFIG (JSON), or from
the file in PHONE_SIGN_IN_CONNECTOR_FILE; the environment goes before the config.
`;

/** From `dist/server`, as from `src/server`. */
const packageFile = join(import.meta.dirname, '../../package.json');

const { env, argv, stdout, stderr } = process;

/** Who starts the command is told what to do; for a line of the program there is `cause`. */
class UsageError extends Error {}

main().catch((error: unknown) => {
  stderr.write(`phone-sign-in-server: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
});

async function main(): Promise<void> {
  const args = readArguments();
  if (args.help) {
    stdout.write(help);
    return;
  }
  if (args.version) {
    const { version } = JSON.parse(await readText(packageFile)) as { version: string };
    stdout.write(`${version}\n`);
    return;
  }
  const config = await readConfig(args.config || env.PHONE_SIGN_IN_CONFIG);
  const host = args.host || env.HOST;
  const port = args.port || env.PORT;
  const merged = {
    ...config,
    ...(host && { host }),
    ...(port && readStandaloneConfig({ port: Number(port) })),
  };
  const connector = (await readConnectorEnvironment(env)) ?? config.connector;
  const { channels } = config;
  if (connector && channels) {
    throw new Error('Either PHONE_SIGN_IN_CONNECTOR or "channels" says how messages leave, and not both.');
  }
  if (!connector && !channels) {
    throw new Error(
      'There is no connector. Name one in the config: { "connector": "twilio", "config": { ... } }',
    );
  }
  if (args['test-send'] !== undefined) {
    const channel = readChannel(args.channel, Object.keys(channels ?? { sms: connector }));
    const setting = channels?.[channel]?.connector ?? connector;
    if (setting) await sendTest(setting, args['test-send'], args.locale, channel, config);
    return;
  }
  const options = { config: merged, connector, ...(await readSecretsOf(config)) };
  if (args.check) {
    await checkStandalone(options);
    stdout.write(`The config is good; the connector is ${namesOf(options)}.\n`);
    return;
  }
  await serve(options);
}

function readArguments() {
  try {
    const { values } = parseArgs({
      args: argv.slice(2),
      options: {
        config: { type: 'string', short: 'c' },
        host: { type: 'string' },
        port: { type: 'string' },
        check: { type: 'boolean' },
        'test-send': { type: 'string' },
        locale: { type: 'string' },
        channel: { type: 'string' },
        version: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    return values;
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\nSee phone-sign-in-server --help.`, { cause: error });
  }
}

async function readConfig(path: string | undefined): Promise<StandaloneConfig> {
  if (!path) return readStandaloneConfig(await withStoreUrl({}));
  const text = await readText(path);
  try {
    return readStandaloneConfig(await withStoreUrl(parseJson(text)));
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`, { cause: error });
  }
}

/** The store's address holds its password: of the environment, or of a file, it goes before the config's. */
async function withStoreUrl(config: unknown): Promise<unknown> {
  const { storeUrlFile, store } = (config ?? {}) as { storeUrlFile?: unknown; store?: unknown };
  const file = env.PHONE_SIGN_IN_STORE_URL_FILE || storeUrlFile;
  const url =
    env.PHONE_SIGN_IN_STORE_URL || (typeof file === 'string' && file ? (await readText(file)).trim() : '');
  if (!url) return config;
  const kind = /^postgres/.test(url) ? 'postgres' : 'redis';
  return { ...(config as object), store: { kind, ...(store as object | undefined), url } };
}

type Secrets = Pick<StandaloneOptions, 'secret' | 'introspectionSecret' | 'signingKeys' | 'webhookSecret'>;

/** Of the environment, or of the file that it or the config names. */
async function readSecretsOf(config: StandaloneConfig): Promise<Secrets> {
  const read = async (name: string, file: string | undefined) => {
    const path = env[`PHONE_SIGN_IN_${name}_FILE`] || file;
    return env[`PHONE_SIGN_IN_${name}`] || (path && (await readText(path)));
  };
  const introspectionSecret = await read('INTROSPECTION_SECRET', config.introspectionSecretFile);
  const pem = await read('SIGNING_KEYS', config.signingKeysFile);
  const webhookSecret = await read('WEBHOOK_SECRET', config.webhookSecretFile);
  return {
    secret: readSecrets(await read('SECRET', config.secretFile)),
    ...(introspectionSecret && { introspectionSecret: introspectionSecret.trim() }),
    ...(webhookSecret && { webhookSecret: webhookSecret.split(/\s+/).filter(Boolean) }),
    ...(pem && { signingKeys: pem.trim().split(/(?<=-----END [A-Z ]+-----)\s+/) }),
  };
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Error(`${path}: ${code === 'ENOENT' ? 'There is no such file.' : message}`, { cause: error });
  }
}

function readChannel(asked = 'sms', names: readonly string[]): Channel {
  if (names.includes(asked)) return asked as Channel;
  throw new UsageError(`--channel must be one of: ${names.join(', ')}.`);
}

/** "twilio", or of each channel its own. */
function namesOf({
  config: { channels },
  connector,
}: Pick<StandaloneOptions, 'config' | 'connector'>): string {
  if (!channels) return `"${connector?.name}"`;
  return Object.entries(channels)
    .map(([channel, { connector }]) => `"${connector.name}" for ${channel}`)
    .join(', ');
}

async function sendTest(
  connector: ConnectorSetting | SenderSetting,
  phone: string,
  locale: string | undefined,
  channel: Channel,
  { brand, boundHost }: StandaloneConfig,
): Promise<void> {
  const delivery = await testSend(connector, phone, locale, { brand, boundHost, channel });
  if (delivery.kind === 'sent') {
    stdout.write(`"${connector.name}" has taken the test message to ${phone}.\n`);
    return;
  }
  const certainty = delivery.kind === 'refused' ? 'was not sent' : 'may or may not have been sent';
  throw new Error(`The test message ${certainty}: ${delivery.detail}`);
}

async function serve(options: Omit<StandaloneOptions, 'write'>): Promise<void> {
  const { config, connector } = options;
  const { channels } = config;
  const named = channels
    ? {
        channels: Object.fromEntries(
          Object.entries(channels).map(([name, each]) => [name, each.connector.name]),
        ),
      }
    : { connector: connector?.name };
  // Who reads the lines may go, and the disk that they go to may be full: the server goes on without them.
  for (const stream of [stdout, stderr]) stream.on('error', () => undefined);
  const write = (line: string) => void stdout.write(`${line}\n`);
  const say = (event: string, rest = {}) =>
    write(JSON.stringify({ time: new Date().toISOString(), event, ...rest }));
  const server = await startStandalone({ ...options, write });
  const { kind = 'memory' } = config.store ?? {};
  const { url, metricsUrl } = server;
  say('listening', { url, ...named, store: kind, ...(metricsUrl && { metricsUrl }) });

  const stop = (signal: NodeJS.Signals) => {
    // A second signal ends the process as it would without us.
    process.off('SIGTERM', stop).off('SIGINT', stop);
    say('stopping', { signal });
    // Who presses Ctrl+C waits for nobody else.
    void server.close({ drain: signal === 'SIGTERM' }).then(() => say('stopped'));
  };
  process.on('SIGTERM', stop).on('SIGINT', stop);
}
