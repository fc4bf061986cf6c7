/** Adapters by name, loaded when a person first touches the widget: our own contract's at once, each other one a chunk. */
import { PhoneError } from '../errors.js';
import type { Backend } from './backend.js';
import type { BetterAuthBackendOptions } from './better-auth.js';
import { unreachable, type AdapterOptions } from './call.js';
import type { FirebaseBackendOptions } from './firebase.js';
import { createHttpBackend } from './http.js';
import type { LogtoAccountBackendOptions } from './logto-account.js';
import type { LogtoBackendOptions } from './logto.js';
import type { SupabaseBackendOptions } from './supabase.js';

/** An adapter's own settings: what no adapter shares with the others. */
type Own<Options> = Omit<Options, keyof AdapterOptions>;

/** What each adapter can be told beside its endpoint: `backend-options`. */
export interface BackendOptions {
  http: Record<string, never>;
  'better-auth': Own<BetterAuthBackendOptions>;
  supabase: Own<SupabaseBackendOptions>;
  firebase: Own<FirebaseBackendOptions>;
  logto: Own<LogtoBackendOptions>;
  'logto-account': Own<LogtoAccountBackendOptions>;
}

export type BackendName = keyof BackendOptions;

const adapters: {
  readonly [Name in BackendName]: (options: AdapterOptions, own: BackendOptions[Name]) => Promise<Backend>;
} = {
  http: options => Promise.resolve(createHttpBackend(options)),
  'better-auth': async (options, own) =>
    (await import('./better-auth.js')).createBetterAuthBackend({ ...options, ...own }),
  supabase: async (options, own) =>
    (await import('./supabase.js')).createSupabaseBackend({ ...options, ...own }),
  firebase: async (options, own) =>
    (await import('./firebase.js')).createFirebaseBackend({ ...options, ...own }),
  logto: async (options, own) => (await import('./logto.js')).createLogtoBackend({ ...options, ...own }),
  'logto-account': async (options, own) =>
    (await import('./logto-account.js')).createLogtoAccountBackend({ ...options, ...own }),
};

/** Rejects with `PhoneError`: an unknown name is `misconfigured`, an adapter that cannot be fetched `network`. */
export async function loadBackend(
  name: string,
  options: AdapterOptions,
  own: object | undefined = {},
): Promise<Backend> {
  if (!Object.hasOwn(adapters, name)) {
    const names = Object.keys(adapters).join(', ');
    throw new PhoneError('misconfigured', { detail: `There is no backend "${name}". There are: ${names}.` });
  }
  try {
    // Checked by the adapter: what a page's author wrote is of no known shape.
    return await adapters[name as BackendName](options, own as never);
  } catch (cause) {
    throw cause instanceof PhoneError ? cause : unreachable(`The adapter "${name}"`, cause);
  }
}
