/**
 * Verify requests a second, as they come over HTTP with 100 connections: the server, Redis and the load share one machine.
 * Machines differ, so no number is asserted: what can be compared is the ratio to a bare `node:http` answer, measured right
 * before. `npm run bench:server`; BENCH_REQUESTS says how many requests each line takes.
 */
import { availableParallelism, cpus } from 'node:os';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { startRedis, whyNoRedis, type RedisServer } from '../contract/redis-server.js';
import { bundle, startWorker, type Worker } from './processes.js';
import type { LoadAnswer, LoadAsk } from './processes/load.js';
import type { Job, ServeAnswer, ServeAsk } from './processes/serve.js';

const requests = Number(process.env.BENCH_REQUESTS ?? 20_000);
const connections = 100;
const turns = 4;
const secret = 'a secret of the benchmark, long enough';

let bundles: Record<'serve' | 'load', { file: string; remove: () => void }>;
beforeAll(async () => {
  bundles = { serve: await bundle('serve'), load: await bundle('load') };
  console.log(`${availableParallelism()} cores, ${cpus()[0]?.model}, Node ${process.version}`);
}, 60_000);
afterAll(() => {
  bundles.serve.remove();
  bundles.load.remove();
});

const startSum = () => ({
  seconds: 0,
  cpuMs: 0,
  latencies: [] as number[],
  statuses: {} as Record<string, number>,
});

async function measure(name: string, redisUrl: string | undefined, processes: number): Promise<void> {
  const servers: Worker<ServeAsk, ServeAnswer>[] = [];
  const load = startWorker<LoadAsk, LoadAnswer>(bundles.load.file);
  try {
    const ports: number[] = [];
    const honoPorts: number[] = [];
    const barePorts: number[] = [];
    for (let i = 0; i < processes; i++) {
      const server = startWorker<ServeAsk, ServeAnswer>(bundles.serve.file);
      servers.push(server);
      const started = await server.ask({ kind: 'start', redisUrl, secret });
      if ('port' in started) {
        ports.push(started.port);
        honoPorts.push(started.honoPort);
        barePorts.push(started.barePort);
      }
    }
    let from = 0;
    const challenges = async (count: number): Promise<Job[]> => {
      const made = await servers[0]?.ask({ kind: 'challenges', from, count });
      from += count;
      return made && 'jobs' in made ? made.jobs : [];
    };
    const run = (jobs: Job[], withKeys: boolean, to = ports) =>
      load.ask({ ports: to, connections, jobs, withKeys });
    const wrong = (jobs: Job[]) =>
      jobs.map(job => ({ ...job, code: job.code === '000000' ? '111111' : '000000' }));

    const cpu = async () => {
      const answers = await Promise.all(servers.map(server => server.ask({ kind: 'cpu' })));
      return answers.reduce((sum, answer) => sum + ('cpuMs' in answer ? answer.cpuMs : 0), 0);
    };

    const warm = await challenges(2000);
    await run(warm, true);
    await run(await challenges(2000), true, honoPorts);
    const idle = Array.from({ length: requests }, (_, i) => warm[i % warm.length]).filter(job => !!job);
    for (const [kind, right, withKeys] of [
      ['right codes, with keys', true, true],
      ['right codes, no keys', true, false],
      ['wrong codes, with keys', false, true],
    ] as const) {
      const bare = await load.ask({ ports: barePorts, connections, jobs: idle, withKeys });
      const [ours, hono] = [startSum(), startSum()];
      // In turn, so that what a process learns while it runs is both's.
      for (let turn = 0; turn < turns; turn++) {
        for (const [sum, to] of [
          [ours, ports],
          [hono, honoPorts],
        ] as const) {
          const jobs = await challenges(requests / turns);
          const before = await cpu();
          const ran = await run(right ? jobs : wrong(jobs), withKeys, to);
          sum.cpuMs += ((await cpu()) - before) / requests;
          sum.seconds += ran.seconds;
          sum.latencies.push(...ran.latencies);
          for (const [status, count] of Object.entries(ran.statuses))
            sum.statuses[status] = (sum.statuses[status] ?? 0) + count;
        }
      }
      const { seconds, statuses, cpuMs } = ours;
      const latencies = ours.latencies.sort((one, other) => one - other);
      const at = (share: number) => (latencies[Math.floor(share * (requests - 1))] ?? 0).toFixed(1);
      console.log(
        `${name}, ${kind}: ${(bare.seconds / seconds).toFixed(3)} of bare node:http ` +
          `(${(requests / seconds).toFixed(0)}/s of ${(requests / bare.seconds).toFixed(0)}/s), ` +
          `${(hono.seconds / seconds).toFixed(3)} of what @hono/node-server lets through, ` +
          `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, ${cpuMs.toFixed(2)} ms of processor each (${hono.cpuMs.toFixed(2)} with Hono's), ` +
          `answers ${JSON.stringify(statuses)}`,
      );
    }
  } finally {
    await Promise.all([load, ...servers].map(worker => worker.end()));
  }
}

describe('verify requests a second', () => {
  it('in memory', { timeout: 300_000 }, () => measure('memory, 1 process', undefined, 1));

  const missing = whyNoRedis();
  describe.skipIf(missing)(`on Redis${missing ? ` (${missing})` : ''}`, () => {
    let redis: RedisServer;
    beforeAll(async () => {
      redis = await startRedis({ own: true });
    });
    afterAll(() => redis.stop());

    it.each([1, 2])('in %i processes', { timeout: 300_000 }, async processes => {
      await redis.restart();
      await measure(`Redis, ${processes} process(es)`, redis.url, processes);
    });
  });
});
