/** The command in the hands of who runs it: its lines go nowhere, it is told to end, a balancer keeps connections. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { Agent, request, type ServerResponse } from 'node:http';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { bin, configFile, create, messages, post, respondBy, secret, start } from './command.js';

const ready = async (url: string) => (await fetch(`${url}/api/phone/ready`)).status;

async function signIn(url: string): Promise<number> {
  const { id } = (await (await create(url)).json()) as { id: string };
  const { code } = messages.at(-1)?.payload ?? {};
  return (await post(`${url}/api/phone/challenges/${id}/verify`, { code })).status;
}

describe('lines of the log', () => {
  it('name the request as its answer does, the challenge, who asks, and which budget is spent', async () => {
    const limits = { perAddress: { count: 1, seconds: 3600 } };
    const { line, lines } = start(['--config', await configFile({ limits })]);
    const { url } = await line('listening');
    const created = await create(url);
    const { id } = (await created.json()) as { id: string };
    const refused = await post(`${url}/api/phone/challenges`, { phone: '+447700900124', purpose: 'sign-in' });
    expect(refused.status).toBe(429);
    const wrong = messages.at(-1)?.payload.code === '000000' ? '111111' : '000000';
    await post(`${url}/api/phone/challenges/${id}/verify`, { code: wrong });
    await line('verify');
    const [sent, limited, guessed] = lines.filter(({ event }) => /create|verify/.test(event));
    const address = expect.stringMatching(/^[\w-]{43}$/) as string;
    expect(sent).toMatchObject({ outcome: 'sent', challenge: id, address });
    expect(sent?.request).toBe(created.headers.get('x-request-id'));
    expect(limited).toMatchObject({ outcome: 'rate_limited', budget: 'perAddress', address: sent?.address });
    expect(limited?.request).toBe(refused.headers.get('x-request-id'));
    expect(guessed).toMatchObject({ outcome: 'code_invalid', challenge: id, address: sent?.address });
    expect(new Set([sent, limited, guessed].map(each => each?.request)).size).toBe(3);
  });

  it('that nobody reads any more are lost, and nothing else', async () => {
    const { child, line } = start(['--config', await configFile()]);
    const { url } = await line('listening');
    child.stdout.destroy();
    child.stderr.destroy();
    // Each of them wants to write a line.
    for (let i = 0; i < 3; i++) expect(await signIn(url)).toBe(200);
    const exited = once(child, 'exit');
    child.kill('SIGTERM');
    expect(await exited).toEqual([0, null]);
  });

  it('that the disk has no room for are lost, and nothing else', async () => {
    // Nobody says where it listens then: the port is asked for before.
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    taken.close();
    await once(taken, 'close');
    const full = openSync('/dev/full', 'w');
    const child = spawn(process.execPath, [bin, '--config', await configFile(), '--port', String(port)], {
      env: { PATH: process.env.PATH ?? '', PHONE_SIGN_IN_SECRET: secret },
      stdio: ['ignore', full, full],
    });
    const exited = once(child, 'exit');
    onTestFinished(async () => {
      closeSync(full);
      child.kill('SIGKILL');
      await exited;
    });
    const url = `http://127.0.0.1:${port}`;
    respondBy(response => void response.end());
    let isUp = false;
    while (!isUp && child.exitCode === null) isUp = await ready(url).then(Boolean, () => false);
    for (let i = 0; i < 3; i++) expect(await signIn(url)).toBe(200);
    child.kill('SIGTERM');
    expect(await exited).toEqual([0, null]);
  });
});

describe('told to end', () => {
  it('is not ready at once, and answers everybody meanwhile', async () => {
    const { child, line } = start(['--config', await configFile({ drainSeconds: 600 })]);
    const { url } = await line('listening');
    expect(await ready(url)).toBe(200);
    child.kill('SIGTERM');
    await line('stopping');
    expect(await ready(url)).toBe(503);
    expect(await signIn(url)).toBe(200);
    expect((await fetch(`${url}/api/phone/health`)).headers.get('connection')).toBe('close');
    expect(child.exitCode).toBeNull();
  });

  it('by Ctrl+C waits for who has asked, and for nobody else', async () => {
    const { child, line, ended } = start(['--config', await configFile({ drainSeconds: 600 })]);
    const { url } = await line('listening');
    const held = new Promise<ServerResponse>(respondBy);
    const creating = create(url);
    const provided = await held;
    child.kill('SIGINT');
    await line('stopping');
    provided.end();
    expect((await creating).status).toBe(201);
    expect(await ended).toMatchObject({ code: 0 });
  });
});

it('keeps a connection as long as it is told, and longer than balancers do by default', async () => {
  const keptFor = async (rest: object) => {
    const { line } = start(['--config', await configFile(rest)]);
    const { url } = await line('listening');
    const agent = new Agent({ keepAlive: true });
    onTestFinished(() => agent.destroy());
    const asked = request(`${url}/api/phone/health`, { agent }).end();
    const [answer] = (await once(asked, 'response')) as [{ headers: Record<string, string> }];
    return answer.headers['keep-alive'];
  };
  expect(await keptFor({})).toBe('timeout=75');
  expect(await keptFor({ keepAliveSeconds: 620 })).toBe('timeout=620');
});
