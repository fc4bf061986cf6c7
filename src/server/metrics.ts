/** Counters for whoever watches, as Prometheus' text format 0.0.4. Of this process alone, from its start. */
import type { LogEntry } from './options.js';

/** Upper bounds in seconds. */
const buckets = [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export type Metrics = ReturnType<typeof createMetrics>;

/** `otherLines`: lines of others. */
export function createMetrics(otherLines: () => string[]) {
  const decisions = new Map<string, number>();
  const refusals = new Map<string, number>();
  const durations = new Map<LogEntry['event'], { counts: number[]; sum: number; count: number }>();

  return {
    /** Labels are our own words, never what a request says: their number is bounded. */
    count(
      event: LogEntry['event'],
      outcome: LogEntry['outcome'],
      seconds: number,
      budget?: LogEntry['budget'],
    ): void {
      if (budget !== undefined) refusals.set(budget, (refusals.get(budget) ?? 0) + 1);
      const labels = `event="${event}",outcome="${outcome}"`;
      decisions.set(labels, (decisions.get(labels) ?? 0) + 1);
      const duration = durations.get(event) ?? { counts: buckets.map(() => 0), sum: 0, count: 0 };
      durations.set(event, duration);
      const index = buckets.findIndex(bound => seconds <= bound);
      if (index >= 0) duration.counts[index] = (duration.counts[index] ?? 0) + 1;
      duration.sum += seconds;
      duration.count += 1;
    },

    text: (): string => {
      const lines = [
        '# HELP phone_sign_in_decisions_total Answered requests, by what was asked and what was decided.',
        '# TYPE phone_sign_in_decisions_total counter',
      ];
      for (const [labels, count] of decisions)
        lines.push(`phone_sign_in_decisions_total{${labels}} ${count}`);
      lines.push(
        '# HELP phone_sign_in_limited_total Refused requests, by the budget that was spent.',
        '# TYPE phone_sign_in_limited_total counter',
      );
      for (const [budget, count] of refusals)
        lines.push(`phone_sign_in_limited_total{budget=${JSON.stringify(budget)}} ${count}`);
      lines.push(
        '# HELP phone_sign_in_duration_seconds How long an answer took.',
        '# TYPE phone_sign_in_duration_seconds histogram',
      );
      const name = 'phone_sign_in_duration_seconds';
      for (const [event, { counts, sum, count }] of durations) {
        let below = 0;
        for (const [index, bound] of buckets.entries()) {
          below += counts[index] ?? 0;
          lines.push(`${name}_bucket{event="${event}",le="${bound}"} ${below}`);
        }
        lines.push(`${name}_bucket{event="${event}",le="+Inf"} ${count}`);
        lines.push(`${name}_sum{event="${event}"} ${sum}`, `${name}_count{event="${event}"} ${count}`);
      }
      return `${[...lines, ...otherLines()].join('\n')}\n`;
    },
  };
}
