/**
 * The connectors that were saved, in this process' memory, and the one of them that is live: the demo's server sends
 * through it. Without one the fallback is, which is the simulated phone.
 */
import {
  createConnectorSender,
  type ConnectorName,
  type ConnectorSender,
  type ConnectorSetting,
} from '../../../src/server/connectors/index.js';
import type { Send } from '../../../src/server/index.js';

export type Desk = ReturnType<typeof createDesk>;

/** `fallback` is asked for with the first message or change: not before then is the server's own port known. */
export function createDesk(fallback: () => ConnectorSetting) {
  const saved = new Map<ConnectorName, ConnectorSetting>();
  let live: ConnectorName | undefined;
  let sender: Promise<ConnectorSender> | undefined;
  /** One after the other: what was asked for last is live in the end. */
  let changes = Promise.resolve();

  const load = () => (sender ??= createConnectorSender(fallback()));

  function change(run: () => Promise<void>): Promise<void> {
    const changed = changes.then(run);
    changes = changed.catch(() => {});
    return changed;
  }

  return {
    /** For `createPhoneServer`. */
    send: (async (message, signal) => (await load()).send(message, signal)) satisfies Send,
    get live() {
      return live;
    },
    saved: (name: ConnectorName) => saved.get(name),
    /** Takes effect with the next message. Rejects when the setting cannot work; nothing has changed then. */
    save: (setting: ConnectorSetting) =>
      change(async () => {
        await (await load()).changeConnector(setting);
        saved.set(setting.name, setting);
        live = setting.name;
      }),
    remove: (name: ConnectorName) =>
      change(async () => {
        if (live === name) {
          await (await load()).changeConnector(fallback());
          live = undefined;
        }
        saved.delete(name);
      }),
  };
}
