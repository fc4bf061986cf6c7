/** The standalone server: listens, logs a JSON line a decision, and ends without breaking off what is under way. */
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Channel } from '../channels.js';
import { createChannelSender, type ConnectorSetting } from './connectors/index.js';
import { toNodeListener } from './node.js';
import type { PhoneServerOptions } from './options.js';
import { createPhoneServer } from './server.js';
import { siteVerify } from './site-verify.js';
import { lastAddress } from './addresses.js';
import { createWebhook } from './webhook.js';
import { openStore } from './open-store.js';
import type { StandaloneConfig } from './standalone-config.js';

export interface StandaloneOptions {
  config: StandaloneConfig;
  /** The first is in use; the others are earlier ones. */
  secret: readonly string[];
  /** Where the config's `channels` do not say how messages leave. */
  connector?: ConnectorSetting | undefined;
  /** As the server's options of these names. */
  introspectionSecret?: string;
  signingKeys?: readonly string[];
  /** The webhook's. */
  webhookSecret?: readonly string[];
  /** Takes one line, without its end. */
  write: (line: string) => void;
}

export interface Standalone {
  /** Where it listens: "http://127.0.0.1:3000". */
  readonly url: string;
  /** Where its counters can be read. */
  readonly metricsUrl?: string;
  /**
   * Resolves when every request has been answered; takes no new one meanwhile. With `drain` it first says for
   * `drainSeconds` that it is not ready.
   */
  readonly close: (options?: { drain?: boolean }) => Promise<void>;
}

/** More than a provider's ten seconds. */
const closeLimitMs = 15_000;

/** Rejects with an `Error` that says what to do. */
export async function startStandalone(options: StandaloneOptions): Promise<Standalone> {
  const { config, write } = options;
  const { host = '127.0.0.1', port = 3000, metricsHost = '127.0.0.1' } = config;
  const { keepAliveSeconds = 75, drainSeconds = 5 } = config;
  const channels = await loadChannels(options);
  const store = await openStore(config.store ?? { kind: 'memory' });
  try {
    const phone = createPhoneServer({
      ...optionsFrom(options),
      channels,
      store,
      log: ({ atMs, ...entry }) => write(JSON.stringify({ time: new Date(atMs).toISOString(), ...entry })),
    });
    const http = createServer(
      { requestTimeout: 30_000, keepAliveTimeout: keepAliveSeconds * 1000 },
      toNodeListener(phone),
    );
    const url = await listen(http, port, host);
    const counters = config.metricsPort === undefined ? undefined : createServer(showMetrics(phone.metrics));
    const end: Standalone['close'] = async ({ drain = false } = {}) => {
      phone.drain();
      // Whose connection rests goes elsewhere after its next request.
      http.prependListener('request', (_request, response) => response.setHeader('connection', 'close'));
      if (drain && drainSeconds > 0) await pause(drainSeconds * 1000);
      await close(http).finally(() => store.close());
      counters?.close();
    };
    if (!counters) return { url, close: end };
    try {
      return {
        url,
        metricsUrl: `${await listen(counters, config.metricsPort ?? 0, metricsHost)}/metrics`,
        close: end,
      };
    } catch (error) {
      await end();
      throw error;
    }
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Rejects like {@link startStandalone}, without listening and without a store. */
export async function checkStandalone(options: Omit<StandaloneOptions, 'write'>): Promise<void> {
  createPhoneServer({ ...optionsFrom(options), channels: await loadChannels(options) });
}

async function loadChannels({
  config,
  connector,
}: Pick<StandaloneOptions, 'config' | 'connector'>): Promise<NonNullable<PhoneServerOptions['channels']>> {
  const channels: StandaloneConfig['channels'] = config.channels ?? (connector ? { sms: { connector } } : {});
  const loaded = Object.entries(channels).map(async ([name, { connector, ...rest }]) => {
    return [name, { ...rest, send: await createChannelSender(name as Channel, connector) }] as const;
  });
  return Object.fromEntries(await Promise.all(loaded));
}

function optionsFrom({
  config,
  secret,
  introspectionSecret,
  signingKeys,
  webhookSecret = [],
}: Omit<StandaloneOptions, 'write'>): Omit<PhoneServerOptions, 'send' | 'channels'> {
  const { basePath, origins, purposes, countries, excludeCountries, brand, boundHost, limits } = config;
  const { testNumbers, refuseUnassigned, sessionLifetime, proxyHeader, trustedProxies, publicUrl, captcha } =
    config;
  const { issuer, audience, webhookUrl, maxSessionLifetime, fallback } = config;
  const session = {
    ...(sessionLifetime !== undefined && { lifetime: sessionLifetime }),
    ...(maxSessionLifetime !== undefined && { maxLifetime: maxSessionLifetime }),
  };
  return {
    secret,
    ...(introspectionSecret !== undefined && { introspectionSecret }),
    ...(signingKeys && { signingKeys }),
    ...(issuer !== undefined && { issuer }),
    ...(audience !== undefined && { audience }),
    ...(basePath !== undefined && { basePath }),
    ...(origins && { origins }),
    ...(purposes && { purposes }),
    ...(countries && { countries }),
    ...(excludeCountries && { excludeCountries }),
    ...(brand !== undefined && { brand }),
    ...(boundHost !== undefined && { boundHost }),
    ...(limits && { limits }),
    ...(fallback && { fallback }),
    ...(refuseUnassigned !== undefined && { refuseUnassigned }),
    ...(testNumbers && { testNumbers }),
    ...(captcha && { captcha: siteVerify(captcha) }),
    session,
    ...(webhookUrl !== undefined && {
      onVerified: createWebhook({ url: webhookUrl, secret: readWebhookSecret(webhookSecret) }),
    }),
    ...(proxyHeader !== undefined && {
      // Who comes past the proxy has no header, or one of their own making: then the socket's address is all there is.
      trustedAddress: request => lastAddress(request.headers.get(proxyHeader)),
    }),
    ...(trustedProxies !== undefined && { trustedProxies }),
    ...(publicUrl !== undefined && { publicUrl }),
  };
}

function readWebhookSecret(secret: readonly string[]): readonly string[] {
  if (secret.length > 0) return secret;
  throw new Error(
    '"webhookUrl" needs a secret: set PHONE_SIGN_IN_WEBHOOK_SECRET, or name its file in "webhookSecretFile".',
  );
}

/** Numbers about attacks are for nobody outside: a listener of its own. */
function showMetrics(metrics: () => string): RequestListener {
  return (request, response) => {
    if (request.url !== '/metrics') response.writeHead(404).end();
    else
      response
        .writeHead(200, { 'content-type': 'text/plain; version=0.0.4', connection: 'close' })
        .end(metrics());
  };
}

async function listen(http: Server, port: number, host: string): Promise<string> {
  http.listen(port, host);
  try {
    await once(http, 'listening');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const why =
      code === 'EADDRINUSE'
        ? `Port ${port} of ${host} is taken by another process`
        : `Cannot listen on port ${port} of ${host}: ${message}`;
    throw new Error(`${why}. Choose another with "port", PORT or --port.`, { cause: error });
  }
  const { address, family, port: taken } = http.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${taken}`;
}

/** `Server.close` waits for connections, and browsers keep theirs open: each is ended once its request is answered. */
async function close(http: Server): Promise<void> {
  const closed = once(http, 'close');
  http.close();
  const idle = setInterval(() => http.closeIdleConnections(), 50);
  const limit = setTimeout(() => http.closeAllConnections(), closeLimitMs);
  await closed;
  clearInterval(idle);
  clearTimeout(limit);
}
