/** The command with a Redis that is not one process: sentinels, a cluster; and its address kept out of the config. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { describe, expect, it, onTestFinished } from 'vitest';
import { freePort, startRedis, whyNoRedis } from '../../contract/redis-server.js';
import { masterName, startSentinels } from '../../server/sentinels.js';
import { configFile, create, folder, messages, post, start } from './command.js';

const missing = whyNoRedis();

async function signIn(url: string): Promise<number> {
  const { id } = (await (await create(url)).json()) as { id: string };
  const { code } = messages.at(-1)?.payload ?? {};
  return (await post(`${url}/api/phone/challenges/${id}/verify`, { code })).status;
}

describe.skipIf(missing)(`the command${missing ? ` (${missing})` : ''}`, () => {
  it('follows sentinels to another master, with the code that is on its way', async () => {
    const world = await startSentinels();
    onTestFinished(() => world.stop());
    const sentinels = world.sentinels.map(({ host, port }) => `${host}:${port}`);
    const store = { kind: 'redis', url: `redis://${masterName}`, sentinels, timeoutMs: 1000 };
    const { line } = start(['--config', await configFile({ store })]);
    const { url } = await line('listening');
    const { id } = (await (await create(url)).json()) as { id: string };
    const first = world.connectFirst();
    expect(await first.wait(1, 5000)).toBe(1);
    first.disconnect();
    world.first.kill('SIGKILL');
    const ready = async () => (await fetch(`${url}/api/phone/ready`)).status;
    let status = 200;
    while (status === 200) status = await ready();
    while (status !== 200) status = await ready();
    const { code } = messages[0]?.payload ?? {};
    expect((await post(`${url}/api/phone/challenges/${id}/verify`, { code })).status).toBe(200);
  });

  it('says which sentinels do not answer', async () => {
    const port = await freePort();
    const store = { kind: 'redis', url: 'redis://phone', sentinels: [`127.0.0.1:${port}`] };
    const { code, errors } = await start(['--config', await configFile({ store })]).ended;
    expect([code, errors]).toEqual([
      1,
      expect.stringMatching(`Redis "phone" by 127.0.0.1:${port} cannot be used`),
    ]);
  });

  it('keeps what it knows in a cluster, whose password no config holds', async () => {
    const port = await freePort();
    const args = ['--port', String(port), '--cluster-enabled', 'yes', '--cluster-announce-ip', '127.0.0.1'];
    const redis = await startRedis({ own: true, args });
    onTestFinished(() => redis.stop());
    const client = new Redis({ port, password: 's3cret', lazyConnect: true });
    onTestFinished(() => client.disconnect());
    const open = new Redis({ port });
    await open.config('SET', 'requirepass', 's3cret');
    open.disconnect();
    await client.call('CLUSTER', 'ADDSLOTSRANGE', '0', '16383');
    while (!String(await client.call('CLUSTER', 'INFO')).includes('cluster_state:ok')) await client.ping();
    const config = await configFile({ store: { kind: 'redis', cluster: true, timeoutMs: 1000 } });
    const address = `redis://:s3cret@127.0.0.1:${port}`;
    const { line, lines } = start(['--config', config], { PHONE_SIGN_IN_STORE_URL: address });
    const { url } = await line('listening');
    expect(await signIn(url)).toBe(200);
    expect(await client.dbsize()).toBeGreaterThan(0);
    expect(JSON.stringify(lines)).not.toContain('s3cret');

    const file = join(folder, 'store-url');
    await writeFile(file, `${address}\n`);
    const other = start(['--config', config], { PHONE_SIGN_IN_STORE_URL_FILE: file });
    expect(await signIn((await other.line('listening')).url)).toBe(200);
  });
});
