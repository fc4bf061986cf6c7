/** What the demo says to its sign-in server, wherever that runs. */
import type { E164, Purpose } from '../src/index.js';
import type { PhoneServerOptions } from '../src/server/index.js';

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
