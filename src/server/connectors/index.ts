/** Sending through Logto's official SMS connectors: one alive at a time, exchangeable while running. Node only. */
import type { Send } from '../deliver.js';
import { loadConnector, type ConnectorSetting } from './load.js';
import type { ConnectorName } from './packages.js';

export { connectorPackages, type ConnectorName } from './packages.js';
export type { ConnectorSetting } from './load.js';

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
  return {
    send: (message, signal) => alive.send(message, signal),
    get name() {
      return alive.name;
    },
    async changeConnector({ name, config }) {
      alive = { name, send: await loadConnector({ name, config }) };
    },
  };
}
