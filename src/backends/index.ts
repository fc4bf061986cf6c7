/** Adapters by name, each a chunk of its own, loaded when a person first touches the widget. */
import { PhoneError } from '../errors.js';
import type { Backend } from './backend.js';

/** What an adapter is made of, beside its own options. */
export interface AdapterOptions {
  endpoint: string;
  /** `sessionStorage`, where the page allows it to be used. */
  storage: Storage | undefined;
}

const adapters: Readonly<Record<string, (options: AdapterOptions) => Promise<Backend>>> = {
  http: async options => (await import('./http.js')).createHttpBackend(options),
};

/** Rejects with `PhoneError`: an unknown name is `misconfigured`, an adapter that cannot be fetched `network`. */
export async function loadBackend(name: string, options: AdapterOptions): Promise<Backend> {
  const load = Object.hasOwn(adapters, name) ? adapters[name] : undefined;
  if (!load) {
    const names = Object.keys(adapters).join(', ');
    throw new PhoneError('misconfigured', { detail: `There is no backend "${name}". There are: ${names}.` });
  }
  try {
    return await load(options);
  } catch (cause) {
    throw cause instanceof PhoneError ? cause : new PhoneError('network', { cause });
  }
}
