/** A connector's setting, from JSON, files and the environment. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  readConnectorEnvironment,
  readConnectorFile,
  readConnectorSetting,
} from '../../../src/server/connectors/index.js';
import { SendRefused } from '../../../src/server/deliver.js';
import { setUp } from './helpers.js';

const config = { endpoint: 'https://sms.example/' };

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'phone-sign-in-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(text: string): Promise<string> {
  const path = join(folder, 'sms.json');
  await writeFile(path, text);
  return path;
}

describe('a setting as JSON', () => {
  it('is read', () => {
    expect(readConnectorSetting({ connector: 'http', config })).toEqual({ name: 'http', config });
    const rest = { texts: 'config', templatesLocale: 'pt-BR', unicode: true };
    expect(readConnectorSetting({ connector: 'vonage', config, ...rest, port: 1 })).toEqual({
      name: 'vonage',
      config,
      ...rest,
    });
  });

  it.each([
    [undefined, 'must be a JSON object'],
    [[], 'must be a JSON object'],
    [{ config }, '"connector" is missing; there are: twilio, aliyun, '],
    [{ connector: 'twillio', config }, '"connector" cannot be "twillio"; there are: '],
    [{ connector: 'toString', config }, '"connector" cannot be'],
    [{ connector: 'http' }, '"config" must be an object'],
    [{ connector: 'http', config, texts: 'mine' }, '"texts" must be "localized" or "config"'],
    [{ connector: 'http', config, templatesLocale: 'english!' }, '"templatesLocale" must be a language tag'],
    [{ connector: 'http', config, unicode: 1 }, '"unicode" must be true or false'],
  ])('%j: %s', (value, why) => {
    expect(() => readConnectorSetting(value)).toThrow(why);
  });
});

describe('a setting in a file', () => {
  it('is read', async () => {
    const path = await file(JSON.stringify({ connector: 'http', config }));
    expect(await readConnectorFile(path)).toEqual({ name: 'http', config });
  });

  it('names the file, and quotes nothing of what is in it', async () => {
    const path = await file('{\n  "connector": "twilio",\n  "config": { "authToken": "s3cr3t" oops }\n}');
    const error = (await readConnectorFile(path).catch((error: unknown) => error)) as Error;
    expect(error.message).toBe(`${path}: Not valid JSON, in line 3.`);
    expect(JSON.stringify([error, error.cause, error.stack])).not.toContain('s3cr3t');
    await expect(readConnectorFile(await file(''))).rejects.toThrow('There is no JSON.');
    await expect(readConnectorFile(join(folder, 'none.json'))).rejects.toThrow('none.json');
  });
});

describe('a setting in the environment', () => {
  const json = JSON.stringify(config);

  it('is read', async () => {
    expect(
      await readConnectorEnvironment({
        PHONE_SIGN_IN_CONNECTOR: 'http',
        PHONE_SIGN_IN_CONNECTOR_CONFIG: json,
      }),
    ).toEqual({ name: 'http', config });
    const path = await file(JSON.stringify({ connector: 'http', config, texts: 'config' }));
    expect(await readConnectorEnvironment({ PHONE_SIGN_IN_CONNECTOR_FILE: path })).toMatchObject({
      texts: 'config',
    });
    expect(await readConnectorEnvironment({ PHONE_SIGN_IN_CONNECTOR: '' })).toBeUndefined();
  });

  it.each([
    [{ PHONE_SIGN_IN_CONNECTOR: 'http' }, 'PHONE_SIGN_IN_CONNECTOR_CONFIG: There is no JSON.'],
    [{ PHONE_SIGN_IN_CONNECTOR_CONFIG: json }, '"connector" is missing'],
    [{ PHONE_SIGN_IN_CONNECTOR: 'sms', PHONE_SIGN_IN_CONNECTOR_CONFIG: json }, '"connector" cannot be "sms"'],
    [{ PHONE_SIGN_IN_CONNECTOR: 'http', PHONE_SIGN_IN_CONNECTOR_FILE: 'x' }, 'not both'],
  ])('%j: %s', async (env, why) => {
    await expect(readConnectorEnvironment(env)).rejects.toThrow(why);
  });
});

describe('a provider that takes no more for a number', () => {
  it('is told as a limit, and its prose stays on the server', async () => {
    const refusal = new SendRefused('Day limit for +447700900123', { retryAfterMs: 60_000 });
    const { create, log, messages } = setUp({ send: () => Promise.reject(refusal) });
    const { status, body, headers } = await create();
    expect(status).toBe(429);
    expect(body).toMatchObject({ code: 'rate_limited', retryAfter: 60 });
    expect(headers.get('retry-after')).toBe('60');
    expect(JSON.stringify(body)).not.toContain('Day limit');
    expect(log.at(-1)?.detail).toBe('refused: SendRefused: Day limit for +•••');
    expect(messages).toEqual([]);
  });
});
