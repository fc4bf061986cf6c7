/**
 * The benchmark's load: verify requests over keep-alive connections, the next one on each as soon as the last is answered. It
 * writes and reads HTTP by hand, so that the machine's time is left to what is measured.
 */
import { connect } from 'node:net';
import { answerMessages } from './answer-messages.js';
import type { Job } from './serve.js';

export interface LoadAsk {
  /** Connections are spread over these. */
  ports: number[];
  connections: number;
  jobs: Job[];
  /** Each request with an idempotency key, as the widget sends it. */
  withKeys: boolean;
}

export interface LoadAnswer {
  seconds: number;
  statuses: Record<string, number>;
  /** Milliseconds, sorted. */
  latencies: Float64Array;
}

answerMessages<LoadAsk, LoadAnswer>(async ({ ports, connections, jobs, withKeys }) => {
  const latencies = new Float64Array(jobs.length);
  const statuses: Record<string, number> = {};
  let next = 0;

  const run = (port: number) =>
    new Promise<void>((resolve, reject) => {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true });
      let index = -1;
      let sinceMs = 0;
      let received = '';
      const ask = () => {
        index = next++;
        const job = jobs[index];
        if (!job) {
          socket.end();
          resolve();
          return;
        }
        const body = JSON.stringify({ code: job.code });
        const lines = [
          `POST /api/phone/challenges/${job.id}/verify HTTP/1.1`,
          `Host: 127.0.0.1:${port}`,
          'Content-Type: application/json',
          `Content-Length: ${body.length}`,
          `Phone-Client: ${job.client}`,
        ];
        if (withKeys) lines.push(`Idempotency-Key: ${job.id}-${index}`);
        sinceMs = performance.now();
        socket.write(`${lines.join('\r\n')}\r\n\r\n${body}`);
      };
      socket.on('connect', ask);
      socket.on('error', reject);
      socket.on('data', data => {
        received += data.toString('latin1');
        const headEnd = received.indexOf('\r\n\r\n');
        if (headEnd < 0) return;
        const length = Number(/content-length: (\d+)/i.exec(received)?.[1] ?? 0);
        if (received.length < headEnd + 4 + length) return;
        latencies[index] = performance.now() - sinceMs;
        const status = received.slice(9, 12);
        statuses[status] = (statuses[status] ?? 0) + 1;
        received = '';
        ask();
      });
    });

  const sinceMs = performance.now();
  await Promise.all(Array.from({ length: connections }, (_, i) => run(ports[i % ports.length] ?? 0)));
  const seconds = (performance.now() - sinceMs) / 1000;
  return { seconds, statuses, latencies: latencies.sort() };
});
