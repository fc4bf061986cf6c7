/** What the demo says to its sign-in server, wherever that runs. */
import type { PhoneServerOptions } from '../src/server/index.js';

const often = { count: 1000, seconds: 3600 };

export const demoServerOptions = {
  // Who plays with the demo for an hour should not run into budgets. Cool-downs, tries and expiry are the product's.
  limits: { perAddress: often, perPhone: often, total: often },
  // Where a host looks up, or makes, the account.
  onVerified: ({ purpose }) => ({ sub: 'demo-user', purpose }),
} satisfies Partial<PhoneServerOptions>;
