/** Sending through Logto's official SMS connectors: one alive at a time, exchangeable while running. Node only. */
import type { Channel } from '../../channels.js';
import { isE164 } from '../../protocol.js';
import { deliver, sendLimitMs, type Delivery, type Send } from '../deliver.js';
import { canonicalTag, composeMessage } from '../message-texts.js';
import { createChannelSender, type SenderSetting } from './channel-senders.js';
import { loadConnector } from './load.js';
import type { ConnectorName } from './packages.js';
import type { ConnectorSetting } from './setting.js';

export type { Delivery } from '../deliver.js';
export { ConfigInvalid } from './load.js';
export {
  createChannelSender,
  readChannelSetting,
  senderNames,
  type SenderName,
  type SenderSetting,
} from './channel-senders.js';
export { spokenLocales } from './spoken.js';
export { connectorNames, connectorPackages, type ConnectorName } from './packages.js';
export {
  connectorKeys,
  readConnectorEnvironment,
  readConnectorFile,
  readConnectorSetting,
  type ConnectorFile,
  type ConnectorSetting,
  type Environment,
} from './setting.js';

export interface ConnectorSender {
  /** For `createPhoneServer`; stays the same when the connector changes. */
  readonly send: Send;
  /** The connector alive. */
  readonly name: ConnectorName;
  /**
   * Takes effect with the next message; messages in flight end on the connector that began them. Rejects like
   * {@link createConnectorSender}, and the old connector then stays.
   */
  readonly changeConnector: (setting: ConnectorSetting) => Promise<void>;
}

/** Rejects with an `Error` that says what to do when the package is missing, or which field of the config is wrong. */
export async function createConnectorSender(setting: ConnectorSetting): Promise<ConnectorSender> {
  let alive = { name: setting.name, send: await loadConnector(setting) };
  /** One after the other: the last that was asked for stays alive, however long each takes to load. */
  let changes = Promise.resolve();
  return {
    send: (message, signal) => alive.send(message, signal),
    get name() {
      return alive.name;
    },
    changeConnector(setting) {
      const { name } = setting;
      const loading = loadConnector(setting);
      const change = changes.then(async () => {
        alive = { name, send: await loading };
      });
      changes = change.catch(() => {});
      // Awaited above, but perhaps later than it fails.
      loading.catch(() => {});
      return change;
    },
  };
}

export interface TestSendOptions {
  brand?: string | undefined;
  boundHost?: string | undefined;
  /** SMS by default. */
  channel?: Channel | undefined;
  /** Milliseconds; 10,000 by default, as for every message. */
  limitMs?: number;
}

/** Stands for a code in test messages; it opens nothing. */
const testCode = '123456';

/**
 * Sends one message with the Generic template, before the setting is saved or alive. Resolves with what became of it: the
 * detail is the provider's own words, digits masked, for who sets up the connector and for nobody else. Rejects like
 * {@link createConnectorSender}.
 */
export async function testSend(
  setting: ConnectorSetting | SenderSetting,
  to: string,
  locale?: string,
  { brand, boundHost, channel = 'sms', limitMs = sendLimitMs }: TestSendOptions = {},
): Promise<Delivery> {
  if (!isE164(to)) throw new TypeError('A test message goes to a number like "+447700900123".');
  const send = await createChannelSender(channel, setting);
  const language = canonicalTag(locale);
  const wording = { brand, boundHost, channel };
  const message = composeMessage({ phone: to, purpose: 'generic', code: testCode, language, ...wording });
  return deliver(send, message, limitMs);
}
