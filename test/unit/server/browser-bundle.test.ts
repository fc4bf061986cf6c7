import { compileFunction } from 'node:vm';
import { build, type Rollup } from 'vite';
import { expect, it } from 'vitest';
import type { PhoneServerOptions, PhoneServer } from '../../../src/server/index.js';
import { clientA, phone, secret } from './helpers.js';

it('bundles for a browser without a Node module, and runs without what Node adds', async () => {
  const result = (await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      lib: { entry: 'src/server/index.ts', name: 'phoneServer', formats: ['iife'] },
    },
  })) as Rollup.RollupOutput[];
  const chunk = result[0]?.output[0];
  expect(chunk?.imports).toEqual([]);
  expect(chunk?.moduleIds.filter(id => /^node:|browser-external/.test(id))).toEqual([]);

  const nodeOnly = ['process', 'Buffer', 'require', 'module', 'exports', 'global', 'setImmediate'];
  const load = compileFunction(`${chunk?.code}\nreturn phoneServer;`, nodeOnly) as () => {
    createPhoneServer: (options: PhoneServerOptions) => PhoneServer;
  };
  let code = '';
  const server = load().createPhoneServer({
    secret,
    send: message => {
      code = message.code;
      return Promise.resolve();
    },
  });
  const post = async (path: string, body: object) => {
    const headers = { 'content-type': 'application/json', 'phone-client': clientA };
    const request = new Request(`https://page.example/api/phone/challenges${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    return (await (await server.fetch(request)).json()) as Record<string, unknown>;
  };
  const { id } = await post('', { phone, purpose: 'generic' });
  expect(await post(`/${String(id)}/verify`, { code })).toMatchObject({ result: 'proof', claims: { phone } });
});
