/**
 * How many of the messages to a country come back as right codes. Who pumps messages for their price enters no codes: where
 * the share falls, the host is told. Of this process alone, and as long as it runs.
 */
import type { Destination } from './destination.js';
import type { Say } from './log.js';
import { describeError } from './mask.js';
import type { PhoneServerOptions, Spike } from './options.js';

/** Fewer say nothing: people make mistakes, too. */
const leastSent = 20;
/** Of honest sign-ins most come back; of pumped ones none. */
const leastShare = 0.25;

const bucketMs = 5 * 60_000;
const windowBuckets = 12;
/** The current one and the one before: people are still typing. */
const graceBuckets = 2;

interface Bucket {
  sent: number;
  verified: number;
}

interface Country {
  spikes: number;
  toldAtMs: number;
  buckets: Map<number, Bucket>;
}

/** What became of a message; `verified`: its code came back. */
type Outcome = 'sent' | 'refused' | 'unknown' | 'verified';

export type Conversions = ReturnType<typeof createConversions>;

/** `tell` hears of each country once an hour at most. */
export function createConversions(nowMs: () => number, tell: (spike: Spike) => void) {
  const countries = new Map<string, Country>();
  const messages = new Map<string, number>();

  function find(name: string): Country {
    const known = countries.get(name);
    if (known) return known;
    const country = { spikes: 0, toldAtMs: -Infinity, buckets: new Map() };
    countries.set(name, country);
    return country;
  }

  function count(name: string, what: keyof Bucket): void {
    const country = find(name);
    const now = Math.floor(nowMs() / bucketMs);
    const bucket = country.buckets.get(now) ?? { sent: 0, verified: 0 };
    bucket[what] += 1;
    country.buckets.set(now, bucket);
    for (const at of country.buckets.keys()) {
      if (at < now - windowBuckets) country.buckets.delete(at);
    }
  }

  /** Before each message, and not by a timer: without messages there is nothing to be told of. */
  function judge(name: string): void {
    const country = find(name);
    if (nowMs() - country.toldAtMs < bucketMs * windowBuckets) return;
    const now = Math.floor(nowMs() / bucketMs);
    let [sent, verified] = [0, 0];
    for (const [at, bucket] of country.buckets) {
      if (at < now - windowBuckets) continue;
      verified += bucket.verified;
      if (at <= now - graceBuckets) sent += bucket.sent;
    }
    if (sent < leastSent || verified / sent >= leastShare) return;
    country.toldAtMs = nowMs();
    country.spikes += 1;
    tell({ country: name, sent, verified });
  }

  return {
    judge,

    count({ country, callingCode, channel }: Destination, outcome: Outcome): void {
      const labels = `country="${country}",calling_code="${callingCode}",channel="${channel}",outcome="${outcome}"`;
      messages.set(labels, (messages.get(labels) ?? 0) + 1);
      if (outcome === 'sent' || outcome === 'verified') count(country, outcome);
    },

    /** In Prometheus' text format, a line each. */
    lines: (): string[] => [
      '# HELP phone_sign_in_messages_total Messages by what became of them; verified: their codes came back.',
      '# TYPE phone_sign_in_messages_total counter',
      ...[...messages].map(([labels, value]) => `phone_sign_in_messages_total{${labels}} ${value}`),
      '# HELP phone_sign_in_spikes_total Hours in which hardly a code of a country came back.',
      '# TYPE phone_sign_in_spikes_total counter',
      ...[...countries].map(
        ([country, { spikes }]) => `phone_sign_in_spikes_total{country="${country}"} ${spikes}`,
      ),
    ],
  };
}

/** The alarm is for people to look at: where it is not heard, the sign-in goes on. */
export function tellOfSpike({ onSpike }: PhoneServerOptions, spike: Spike, say: Say): void {
  const { country, sent, verified } = spike;
  const warn = (detail: string) => say({ event: 'spike', outcome: 'warning', detail });
  warn(`Of ${sent} codes to ${country}, ${verified} came back within the hour.`);
  const tell = async () => onSpike?.(spike);
  tell().catch((error: unknown) => warn(`"onSpike" failed: ${describeError(error)}`));
}
