/**
 * While the secret is changed, some of what the store has is named under one secret, and some under another: codes on their
 * way and numbers that rest are found under each, so that nobody is sent a second message for it.
 */
import { randomId, type Keys, type KeySet } from './keys.js';
import type { Store } from './stores/store.js';

export interface RotationOptions {
  keys: Keys;
  store: Store;
  nowMs: () => number;
}

export function createRotation({ keys, store, nowMs }: RotationOptions) {
  /** Begins for nobody, and leaves nothing. */
  async function rests(under: KeySet, name: readonly string[]): Promise<boolean> {
    const [id, phone] = [randomId(), await under.mac('phone', ...name)];
    const nobody = { id, client: id, phone, purpose: 'generic', code: id, sealed: '' } as const;
    if ((await store.begin(nobody, nowMs())).kind !== 'begun') return true;
    await store.settle(id, id, 'refused', nowMs());
    return false;
  }

  return {
    /** The secret under which a number rests; where it does not, the one in use. */
    async secretOf(name: readonly string[]): Promise<KeySet> {
      for (const under of keys.each.slice(1)) if (await rests(under, name)) return under;
      return keys;
    },

    /** What is asked for under each secret, until it is there. */
    async find<T extends { kind: string }>(ask: (under: KeySet, index: number) => Promise<T>): Promise<T> {
      let answer = await ask(keys, 0);
      for (const [index, under] of keys.each.entries()) {
        if (answer.kind !== 'gone') break;
        if (index > 0) answer = await ask(under, index);
      }
      return answer;
    },
  };
}
