import { describe, expect, it } from 'vitest';
import { BoundedTable } from '../../src/server/stores/bounded-table.js';
import { createMemoryStore } from '../../src/server/stores/memory.js';
import { storeContract } from './store.js';

storeContract('memory', createMemoryStore);

describe('the memory store is bounded', () => {
  it('forgets the oldest challenge when it is full, and never grows beyond', async () => {
    const store = createMemoryStore({ maxEntries: 3 });
    const begin = (name: string) =>
      store.begin(
        { id: name, client: 'client', phone: `phone ${name}`, purpose: 'sign-in', code: name, sealed: name },
        0,
      );
    for (const name of ['a', 'b', 'c', 'd']) await begin(name);
    expect(await store.attempt({ id: 'a', client: 'client', code: 'a' }, 0)).toEqual({ kind: 'gone' });
    expect(await store.attempt({ id: 'b', client: 'client', code: 'b' }, 0)).toMatchObject({
      kind: 'accepted',
    });
    expect(await begin('d')).toMatchObject({ kind: 'live' });
  });

  it('does not let a flood of one kind push out another', async () => {
    const store = createMemoryStore({ maxEntries: 3 });
    await store.revoke('session', 1000, 0);
    for (let i = 0; i < 100; i++) await store.claim(`key ${i}`, 'body', 'owner', 0);
    expect(await store.revokedAt(['session'], 0)).toEqual([0]);
  });
});

describe('a counter in memory', () => {
  it('forgets who has not asked for longest when there are too many', async () => {
    const counter = createMemoryStore({ maxEntries: 2 }).counter('test', { count: 1, seconds: 60 });
    for (const key of ['a', 'b', 'a', 'c']) await counter.take(key);
    expect(await counter.look('a')).toBeGreaterThan(0);
    expect(await counter.look('c')).toBeGreaterThan(0);
    expect(await counter.look('b')).toBeUndefined();
  });
});

describe('a bounded table', () => {
  it('sweeps what has expired before it pushes out what has not', () => {
    const table = new BoundedTable<string>(3);
    table.set('a', 'a', 1000, 0);
    table.set('b', 'b', 1000, 0);
    table.set('c', 'c', 1000, 900);
    table.set('d', 'd', 1000, 1000);
    expect(table.size).toBe(2);
    expect(['a', 'b', 'c', 'd'].map(key => table.get(key, 1000))).toEqual([undefined, undefined, 'c', 'd']);
  });

  it('pushes out the oldest, where writing again makes young', () => {
    const table = new BoundedTable<string>(2);
    table.set('a', 'a', 1000, 0);
    table.set('b', 'b', 1000, 0);
    table.set('a', 'again', 1000, 0);
    table.set('c', 'c', 1000, 0);
    expect(['a', 'b', 'c'].map(key => table.get(key, 0))).toEqual(['again', undefined, 'c']);
    expect(table.size).toBe(2);
  });
});
