import { defaultLimits } from './limits.js';
import type { Say } from './log.js';
import type { PhoneServerOptions } from './options.js';

/** Where nobody has chosen what a day may cost at most, it is said once what we chose. */
export function sayTotal({ limits, budget }: PhoneServerOptions, say: Say): void {
  if (budget || limits?.total !== undefined) return;
  const parts = defaultLimits.total.map(({ count, seconds }) => `${count} in ${seconds / 3600} h`);
  const detail = `Messages in all: at most ${parts.join(' and ')}. "limits.total" says otherwise.`;
  say({ event: 'setup', outcome: 'ok', detail });
}
