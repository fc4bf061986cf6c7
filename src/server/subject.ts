import type { E164, Purpose } from '../protocol.js';

/** What a challenge is about; encrypted in the store. */
export interface Subject {
  phone: E164;
  purpose: Purpose;
  /** The language tag that the page asked for. */
  language?: string;
}
