/**
 * A map that forgets: entries expire, and the oldest leaves when it is full. Writing an entry moves it to the end. The
 * entries of one table live about equally long, so the map's own order is the order of expiry, and cleaning needs to
 * look at the front only.
 */
export class BoundedTable<T> {
  readonly #maxEntries: number;
  readonly #entries = new Map<string, { value: T; endsAtMs: number }>();

  constructor(maxEntries: number) {
    this.#maxEntries = maxEntries;
  }

  get size(): number {
    return this.#entries.size;
  }

  get(key: string, nowMs: number): T | undefined {
    const entry = this.#entries.get(key);
    return entry && entry.endsAtMs > nowMs ? entry.value : undefined;
  }

  set(key: string, value: T, lifetimeMs: number, nowMs: number): void {
    this.#entries.delete(key);
    for (const [oldest, { endsAtMs }] of this.#entries) {
      if (endsAtMs > nowMs && this.#entries.size < this.#maxEntries) break;
      this.#entries.delete(oldest);
    }
    this.#entries.set(key, { value, endsAtMs: nowMs + lifetimeMs });
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }
}
