/** The demo's sign-in server, wherever it runs, and what it is told. */
import type { E164, Purpose } from '../src/index.js';
import {
  createMemoryStore,
  createPhoneServer,
  type Channel,
  type PhoneServer,
  type PhoneServerOptions,
  type Send,
} from '../src/server/index.js';
import { channelsHeader } from './server-channels.js';

const allChannels: readonly Channel[] = ['sms', 'whatsapp', 'voice'];

const often = { count: 1000, seconds: 3600 };

/** Whose phone a second factor goes to: in a host's server, the one of who is signed in already. */
export const demoUserPhone = '+447400123456' as E164;

const provedByOwner: ReadonlySet<Purpose> = new Set(['mfa-verification', 'user-permission-validation']);

export const demoServerOptions = {
  // Who plays with the demo for an hour should not run into budgets. Cool-downs, tries and expiry are the product's.
  limits: { perAddress: often, perPhone: often, total: often, failuresPerAddress: often, failures: often },
  // Who proves a second factor, or that it is still them, is signed in: their number is known, and no other one will do.
  resolvePhone: (_, purpose) => (provedByOwner.has(purpose) ? demoUserPhone : undefined),
  // Where a host looks up, or makes, the account.
  onVerified: ({ purpose }) => ({ sub: 'demo-user', purpose }),
} satisfies Partial<PhoneServerOptions>;

/** Calls have narrow limits of their own, for the reason above. */
const limits = { perAddress: often, perPhone: often, perPrefix: often, perCountry: often, total: often };

/**
 * The server, with the channels that a request names in a header of the demo's: all, where it names none. A server has one
 * list of them, so this is one server for each list that was asked for; they share their store and their secret.
 */
export function createDemoServer(
  send: Record<Channel, Send>,
  options: Partial<PhoneServerOptions> & Pick<PhoneServerOptions, 'secret'>,
): Pick<PhoneServer, 'basePath' | 'fetch'> {
  const { store = createMemoryStore() } = options;
  const servers = new Map<string, PhoneServer>();

  function serverOf(asked: string | null): PhoneServer {
    const named = (asked ?? '').split(',').map(name => name.trim());
    const known = new Set(named.filter(name => allChannels.includes(name as Channel)));
    const names = known.size ? ([...known] as Channel[]) : allChannels;
    const key = names.join();
    const made = servers.get(key);
    if (made) return made;
    const channels = Object.fromEntries(names.map(name => [name, { send: send[name], limits }]));
    const server = createPhoneServer({ ...demoServerOptions, ...options, store, channels });
    servers.set(key, server);
    return server;
  }

  return {
    basePath: serverOf(null).basePath,
    fetch: (request, ...about) => serverOf(request.headers.get(channelsHeader)).fetch(request, ...about),
  };
}
