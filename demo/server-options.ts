/** What the demo says to its sign-in server, wherever that runs. */
import type { E164 } from '../src/index.js';
import type { PhoneServerOptions } from '../src/server/index.js';

const often = { count: 1000, seconds: 3600 };

/** Whose phone a second factor goes to: in a host's server, the one of who is signed in already. */
export const demoUserPhone = '+447400123456' as E164;

export const demoServerOptions = {
  // Who plays with the demo for an hour should not run into budgets. Cool-downs, tries and expiry are the product's.
  limits: { perAddress: often, perPhone: often, total: often, failuresPerAddress: often, failures: often },
  resolvePhone: () => demoUserPhone,
  // Where a host looks up, or makes, the account.
  onVerified: ({ purpose }) => ({ sub: 'demo-user', purpose }),
} satisfies Partial<PhoneServerOptions>;
