/** What the standalone server's config may say, and how it is told what is wrong. */
import { describe, expect, it } from 'vitest';
import { readSecrets, readStandaloneConfig } from '../../../src/server/standalone-config.js';

const connector = { connector: 'http', config: { endpoint: 'https://sms.example/' } };

describe('the config', () => {
  it('may be nothing but a connector', () => {
    expect(readStandaloneConfig(connector)).toEqual({
      connector: { name: 'http', config: connector.config },
    });
  });

  it('may leave the connector to the environment', () => {
    expect(readStandaloneConfig({})).toEqual({});
  });

  it('is read whole', () => {
    const config = {
      host: '0.0.0.0',
      port: 8080,
      secretFile: '/run/secrets/phone',
      store: { kind: 'redis', url: 'redis://127.0.0.1:6379', prefix: 'shop' },
      trustedProxies: ['10.0.0.0/8'],
      publicUrl: 'https://shop.example',
      basePath: '/phone',
      origins: ['https://shop.example'],
      purposes: ['sign-in', 'bind-mfa'],
      countries: ['GB', 'TH'],
      brand: 'Example Shop',
      boundHost: 'shop.example',
      sessionLifetime: 3600,
      excludeCountries: ['FR'],
      limits: {
        perPhone: [{ count: 5, seconds: 3600 }],
        failures: { count: 100, seconds: 3600 },
        callingCodes: { '44': { count: 0, seconds: 60 } },
      },
      testNumbers: { '+447700900123': '123456' },
    };
    expect(readStandaloneConfig({ ...config, ...connector, texts: 'config' })).toEqual({
      ...config,
      connector: { name: 'http', config: connector.config, texts: 'config' },
    });
  });

  it('may have a connector for each channel, in its own order', () => {
    const limits = { countries: { gb: { count: 5, seconds: 60 } } };
    const { config: http } = connector;
    const voice = { accountSID: 'AC1' };
    const read = readStandaloneConfig({
      channels: {
        whatsapp: { ...connector, cooldown: 20 },
        sms: connector,
        voice: { connector: 'twilio-voice', config: voice, limits },
      },
      fallback: { whatsapp: 'sms' },
    });
    expect(read).toEqual({
      channels: {
        whatsapp: { connector: { name: 'http', config: http }, cooldown: 20 },
        sms: { connector: { name: 'http', config: http } },
        voice: {
          connector: { name: 'twilio-voice', config: voice },
          limits: { countries: { GB: { count: 5, seconds: 60 } } },
        },
      },
      fallback: { whatsapp: 'sms' },
    });
    expect(Object.keys(read.channels ?? {})).toEqual(['whatsapp', 'sms', 'voice']);
  });

  it.each([
    [{ ...connector, channels: { sms: connector } }, 'Either "connector" or "channels"'],
    [
      { channels: { pigeon: connector } },
      '"channels.pigeon" is no channel; there are: sms, whatsapp, voice.',
    ],
    [
      { channels: { voice: { connector: 'twilio' } } },
      'cannot be "twilio"; there are: twilio-voice, vonage-voice, http.',
    ],
    [{ channels: { sms: { connector: 'whatsapp' } } }, '"channels.sms.connector" cannot be "whatsapp"'],
    [{ channels: { whatsapp: {} } }, '"channels.whatsapp.connector" is missing; there are: whatsapp, '],
    [{ channels: { sms: { ...connector, colour: 'red' } } }, '"channels.sms.colour" is no field'],
    [{ fallback: { whatsapp: 'fax' } }, '"fallback.whatsapp" must be a channel'],
    [7, 'The config must be a JSON object.'],
    [{ prot: 1 }, '"prot" is no field; there are: host, port, '],
    [{ secret: 'x' }, '"secret" is no field'],
    [{ port: '80' }, '"port" must be a whole number from 0 to 65535.'],
    [{ port: 65_536 }, '"port" must be'],
    [{ host: '' }, '"host" must be a text.'],
    [{ store: 'redis' }, '"store" must be a JSON object.'],
    [{ store: { kind: 'mysql' } }, '"store.kind" must be "memory", "redis" or "postgres".'],
    [{ store: { kind: 'redis', url: 'localhost' } }, '"store.url" must be an address'],
    [{ store: { kind: 'redis', url: 'redis://localhost', timeoutMs: 0 } }, '"store.timeoutMs" must be'],
    [
      { store: { kind: 'postgres', url: 'redis://localhost' } },
      '"store.url" must be an address, like "postgres:',
    ],
    [{ store: { kind: 'memory', maxEntries: 0 } }, '"store.maxEntries" must be'],
    [{ proxyHeader: 'x forwarded' }, '"proxyHeader" must be the name of a header'],
    [{ trustedProxies: -1 }, '"trustedProxies" must be a whole number'],
    [{ trustedProxies: [1] }, '"trustedProxies.0" must be a text.'],
    [{ basePath: 'api' }, '"basePath" must be a path'],
    [{ origins: 'https://shop.example' }, '"origins" must be a list.'],
    [{ origins: ['https://shop.example', 'shop.example'] }, '"origins.1" must be an origin'],
    [{ purposes: ['SignIn'] }, '"purposes.0" must be a purpose'],
    [{ boundHost: 'https://shop.example' }, '"boundHost" must be a host'],
    [{ sessionLifetime: 0 }, '"sessionLifetime" must be'],
    [{ limits: { perPhone: 5 } }, '"limits.perPhone" must be a JSON object.'],
    [{ limits: { perPhone: { count: 1.5, seconds: 1 } } }, '"limits.perPhone.count" must be'],
    [{ limits: { perPhone: [{ count: 1 }] } }, '"limits.perPhone.0.seconds" is missing.'],
    [{ limits: { perPhon: {} } }, '"limits.perPhon" is no limit; there are: requests, perAddress, '],
    [{ limits: { callingCodes: { 44: 5 } } }, '"limits.callingCodes.44" must be a JSON object.'],
    [{ captcha: { provider: 'x' } }, '"captcha.provider" must be one of: turnstile, hcaptcha, recaptcha.'],
    [{ captcha: { provider: 'turnstile', siteKey: 'k' } }, '"captcha.secret" is missing.'],
    [
      { captcha: { provider: 'recaptcha', siteKey: 'k', secret: 's', minScore: 2 } },
      '"captcha.minScore" must be a number from 0 to 1.',
    ],
    [
      { captcha: { provider: 'recaptcha', siteKey: 'k', secret: 's', maxRisk: 0.5 } },
      '"captcha.maxRisk" is for hcaptcha alone',
    ],
    [
      { captcha: { provider: 'hcaptcha', siteKey: 'k', secret: 's', minScore: 0.5 } },
      '"captcha.minScore" is for recaptcha alone',
    ],
    [
      { captcha: { provider: 'hcaptcha', siteKey: 'k', secret: 's', action: 'a' } },
      '"captcha.action" does nothing here',
    ],
    [
      { captcha: { provider: 'turnstile', siteKey: 'k', secret: 's', hostnames: ['a'] } },
      '"captcha.hostnames" is no field; there are: provider, siteKey, secret, minScore, maxRisk, hostname',
    ],
    [
      { captcha: { provider: 'turnstile', siteKey: 'k', secret: 's', url: 'https://' } },
      '"captcha.url" must be an address',
    ],
    [{ store: { kind: 'redis', url: 'redis://' } }, '"store.url" must be an address'],
    [{ store: { kind: 'memory', url: 'redis://127.0.0.1' } }, '"store.url" is no field'],
    [{ metricsPort: '9090' }, '"metricsPort" must be a whole number'],
    [{ testNumbers: { '+447700900123': 1 } }, '"testNumbers.+447700900123" must be a text of 6 digits.'],
    [{ config: {} }, '"connector" is missing'],
    [{ connector: 'twilio' }, '"config" must be an object'],
    [{ __proto__: null, toString: 1 }, '"toString" is no field'],
  ])('%j: %s', (config, why) => {
    expect(() => readStandaloneConfig(config)).toThrow(why);
  });
});

describe('the secret', () => {
  it.each([
    [undefined, 'There is no secret.'],
    ['', 'There is no secret.'],
    [' \n', 'There is no secret.'],
    ['mPqV7c0Zk3x9Tn1yRb5uWd8eLs2hJf6a\nold', 'The secret is weak'],
    ['short', 'The secret is weak'],
    ['a'.repeat(64), 'The secret is weak'],
    ['12345678'.repeat(4), 'The secret is weak'],
  ])('%s: %s', (secret, why) => {
    expect(() => readSecrets(secret)).toThrow(why);
    expect(() => readSecrets(secret)).toThrow('openssl rand -base64 32');
  });

  it.each(['7a1f09c2b85d3e6490af1c27d8e3b546', 'Zm9vYmFyMTIzNDU2Nzg5MGFiY2RlZmdoaWprbG1ub3A='])(
    '%s will do',
    secret => expect(readSecrets(`${secret}\n`)).toEqual([secret]),
  );

  it('may be followed by earlier ones', () => {
    const [now, before] = ['7a1f09c2b85d3e6490af1c27d8e3b546', 'mPqV7c0Zk3x9Tn1yRb5uWd8eLs2hJf6a'];
    expect(readSecrets(`${now}\r\n${before}\n`)).toEqual([now, before]);
  });
});
