import type { Texts } from './texts.js';

/** "in 42 seconds", "in 2 minutes": a time to come, in words, rounded up. */
export function inTime({ locale }: Texts, milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  const format = new Intl.RelativeTimeFormat(locale);
  if (seconds < 90) return format.format(seconds, 'second');
  return seconds < 5400
    ? format.format(Math.ceil(seconds / 60), 'minute')
    : format.format(Math.ceil(seconds / 3600), 'hour');
}
