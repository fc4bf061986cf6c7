/**
 * Our own senders against a provider on loopback: what they send, in the form that the providers document, and what becomes
 * of every answer. None was tried with an account of a provider.
 */
import { createVerify, generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Channel } from '../../src/channels.js';
import type { E164 } from '../../src/protocol.js';
import {
  ConfigInvalid,
  createChannelSender,
  senderNames,
  spokenLocales,
  testSend,
  type SenderName,
} from '../../src/server/connectors/index.js';
import { deliver } from '../../src/server/deliver.js';
import { composeMessage } from '../../src/server/message-texts.js';
import { readBody, startLoopback, type Loopback } from './loopback.js';

const phone = '+447700900123' as E164;
const code = '120456';
const digits = '1, 2, 0, 4, 5, 6';

const basic = `Basic ${Buffer.from('AC1:token').toString('base64')}`;
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
const [english, german] = [`HX${'1'.repeat(32)}`, `HX${'2'.repeat(32)}`];

interface Case {
  channel: Channel;
  config: Record<string, unknown>;
  home: string;
  path: string;
  accepted: [number, object];
  refused: [number, object];
  /** That the number is not on the channel. */
  elsewhere?: [number, object];
  /** What is sent to who reads this language. */
  body: (language: string) => unknown;
}

const cases: Record<SenderName, Case> = {
  whatsapp: {
    channel: 'whatsapp',
    config: {
      phoneNumberId: '106540352242922',
      accessToken: 'EAA',
      template: 'sign_in',
      languages: ['en_US', 'de', 'pt_BR', 'zh_HK'],
    },
    home: 'https://graph.facebook.com/v23.0',
    path: '/106540352242922/messages',
    accepted: [
      200,
      {
        messaging_product: 'whatsapp',
        contacts: [{ input: '447700900123', wa_id: '447700900123' }],
        messages: [{ id: 'wamid.1', message_status: 'accepted' }],
      },
    ],
    refused: [
      404,
      { error: { message: '(#132001) Template name does not exist', type: 'OAuthException', code: 132_001 } },
    ],
    elsewhere: [
      400,
      { error: { message: '(#131026) Message undeliverable', type: 'OAuthException', code: 131_026 } },
    ],
    body: language => ({
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      to: '447700900123',
      type: 'template',
      template: {
        name: 'sign_in',
        language: { code: language === 'de' ? 'de' : 'en_US' },
        components: [
          { type: 'body', parameters: [{ type: 'text', text: code }] },
          { type: 'button', sub_type: 'url', index: '0', parameters: [{ type: 'text', text: code }] },
        ],
      },
    }),
  },
  'twilio-whatsapp': {
    channel: 'whatsapp',
    config: {
      accountSID: 'AC1',
      authToken: 'token',
      from: '+14155238886',
      contents: { en: english, de: german },
    },
    home: 'https://api.twilio.com',
    path: '/2010-04-01/Accounts/AC1/Messages.json',
    accepted: [201, { sid: 'SM1', status: 'queued' }],
    refused: [400, { code: 63_007, message: 'No channel with this From address', status: 400 }],
    elsewhere: [400, { code: 63_003, message: 'Channel could not find To address', status: 400 }],
    body: language => ({
      To: 'whatsapp:+447700900123',
      From: 'whatsapp:+14155238886',
      ContentSid: language === 'de' ? german : english,
      ContentVariables: `{"1":"${code}"}`,
    }),
  },
  'twilio-voice': {
    channel: 'voice',
    config: { accountSID: 'AC1', authToken: 'token', from: '+447700900000' },
    home: 'https://api.twilio.com',
    path: '/2010-04-01/Accounts/AC1/Calls.json',
    accepted: [201, { sid: 'CA1', status: 'queued' }],
    refused: [400, { code: 21_215, message: 'Not authorized to call', status: 400 }],
    body: language => {
      const say =
        language === 'de'
          ? `<Say voice="Polly.Marlene" language="de-DE">Ihr Code lautet: ${digits}.</Say>`
          : `<Say voice="Polly.Joanna" language="en-US">Your code is: ${digits}.</Say>`;
      return {
        To: '+447700900123',
        From: '+447700900000',
        Twiml: `<Response><Pause length="1"/>${say}<Pause length="1"/>${say}</Response>`,
      };
    },
  },
  'vonage-voice': {
    channel: 'voice',
    config: { applicationId: 'app-1', privateKey: pem, from: '+447700900000' },
    home: 'https://api.nexmo.com',
    path: '/v1/calls',
    accepted: [201, { uuid: 'u', status: 'started', direction: 'outbound', conversation_uuid: 'CON-1' }],
    refused: [401, { title: 'Unauthorized' }],
    body: language => ({
      to: [{ type: 'phone', number: '447700900123' }],
      from: { type: 'phone', number: '447700900000' },
      ncco: [
        language === 'de'
          ? { action: 'talk', text: `Ihr Code lautet: ${digits}.`, language: 'de-DE', loop: 2 }
          : { action: 'talk', text: `Your code is: ${digits}.`, language: 'en-US', loop: 2 },
      ],
    }),
  },
};

let provider: Loopback;
let answer: [number, object | string];
let bodies: unknown[];

beforeAll(async () => {
  provider = await startLoopback(listen);
});
afterAll(() => provider.close());
beforeEach(() => {
  provider.forget();
  provider.answerWith(undefined);
  bodies = [];
});

function listen(request: IncomingMessage, response: ServerResponse): void {
  void readBody(request).then(text => {
    const isJson = request.headers['content-type'] === 'application/json';
    bodies.push(isJson ? JSON.parse(text) : Object.fromEntries(new URLSearchParams(text)));
    const [status, said] = answer;
    response.writeHead(status).end(typeof said === 'string' ? said : JSON.stringify(said));
  });
}

const load = (name: SenderName, changes: object = {}) =>
  createChannelSender(cases[name].channel, {
    name,
    config: { ...cases[name].config, endpoint: provider.origin, ...changes },
  });
const messageOf = (name: SenderName, language?: string) =>
  composeMessage({ phone, purpose: 'sign-in', code, language, channel: cases[name].channel });

describe.each(senderNames)('%s', name => {
  const { channel, config, home, path, accepted, refused, elsewhere, body } = cases[name];

  it.each(['en', 'de'])('sends what the provider documents, in %s', async language => {
    answer = accepted;
    expect(await deliver(await load(name), messageOf(name, language))).toEqual({ kind: 'sent' });
    expect(provider.requests).toMatchObject([{ method: 'POST', url: path }]);
    expect(bodies).toEqual([body(language)]);
    const { authorization } = provider.requests[0]?.headers ?? {};
    if (name === 'whatsapp') expect(authorization).toBe('Bearer EAA');
    else if (name === 'vonage-voice') expectToken(authorization, publicKey);
    else expect(authorization).toBe(basic);
  });

  it('speaks to its provider, unless there is another endpoint', async () => {
    const fetched = vi.spyOn(globalThis, 'fetch').mockResolvedValue(Response.json(accepted[1]));
    const send = await createChannelSender(channel, { name, config });
    await send(messageOf(name), new AbortController().signal);
    expect(fetched.mock.calls[0]?.[0]).toBe(home + path);
    fetched.mockRestore();
  });

  it.each([
    [...refused, 'refused'],
    [429, 'Slow down', 'refused'],
    [503, 'Come back later', 'refused'],
    [408, '', 'unknown'],
    [500, 'Oops', 'unknown'],
    [502, '<html>Bad gateway</html>', 'unknown'],
    [302, '', 'unknown'],
  ] as const)('takes a status %i (%j) as %s, sent once', async (status, said, kind) => {
    answer = [status, said];
    const delivery = await deliver(await load(name), messageOf(name));
    expect(delivery).toMatchObject({ kind });
    expect(delivery).not.toHaveProperty('isElsewhere');
    expect(provider.requests).toHaveLength(1);
  });

  it.skipIf(!elsewhere)('knows that a number is not there', async () => {
    answer = elsewhere ?? [0, ''];
    expect(await deliver(await load(name), messageOf(name))).toMatchObject({
      kind: 'refused',
      isElsewhere: true,
    });
  });

  it('is refused where nobody listens, and unknown where the connection breaks', async () => {
    const closed = await startLoopback(listen);
    await closed.close();
    const nobody = await load(name, { endpoint: closed.origin });
    expect(await deliver(nobody, messageOf(name))).toMatchObject({ kind: 'refused' });
    provider.answerWith((_request, response) => void response.destroy());
    expect(await deliver(await load(name), messageOf(name))).toMatchObject({ kind: 'unknown' });
    expect(provider.requests).toHaveLength(1);
  });

  it('ends a request that gets no answer in time', async () => {
    const ended = new Promise(resolve =>
      provider.answerWith(({ socket }) => void socket.once('close', resolve)),
    );
    expect(await deliver(await load(name), messageOf(name), 200)).toMatchObject({ kind: 'unknown' });
    await ended;
  });

  it('names each field that is missing, and none that it does not know', async () => {
    for (const field of Object.keys(config)) {
      const loading = load(name, { [field]: undefined });
      await expect(loading).rejects.toThrow(ConfigInvalid);
      await expect(loading).rejects.toThrow(new RegExp(`"(${field}|config)"`));
    }
    await expect(load(name, { colour: 'red' })).rejects.toThrow(/"colour": is no field/);
  });

  it('sends by its own channel alone', async () => {
    await expect(createChannelSender('sms', { name, config })).rejects.toThrow(/does not send by "sms"/);
  });

  it('tries a message, too', async () => {
    answer = accepted;
    const setting = { name, config: { ...config, endpoint: provider.origin } };
    expect(await testSend(setting, phone, 'de', { channel })).toEqual({ kind: 'sent' });
    expect(JSON.stringify(bodies)).toMatch(/123456|1, 2, 3, 4, 5, 6/);
  });
});

function expectToken(authorization: string | undefined, key: KeyObject): void {
  const [header = '', claims = '', signature = ''] = authorization?.replace('Bearer ', '').split('.') ?? [];
  const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString()) as unknown;
  expect(read(header)).toEqual({ alg: 'RS256', typ: 'JWT' });
  const { iat, exp, ...rest } = read(claims) as { iat: number; exp: number };
  expect(rest).toEqual({ application_id: 'app-1', jti: expect.stringMatching(/^[\da-f-]{36}$/) as string });
  expect(Math.abs(iat - Date.now() / 1000)).toBeLessThan(30);
  expect(exp - iat).toBe(60);
  const verify = createVerify('RSA-SHA256').update(`${header}.${claims}`);
  expect(verify.verify(key, signature, 'base64url')).toBe(true);
}

describe('WhatsApp', () => {
  it.each([
    ['pt-BR', 'pt_BR'],
    ['pt-AO', 'pt_BR'],
    ['zh-HK', 'zh_HK'],
    ['de-AT', 'de'],
    ['fr', 'en_US'],
    [undefined, 'en_US'],
  ])('sends %s the template in %s', async (language, template) => {
    answer = cases.whatsapp.accepted;
    await deliver(await load('whatsapp'), messageOf('whatsapp', language));
    expect(bodies).toMatchObject([{ template: { language: { code: template } } }]);
  });

  it('says that it takes no more for a number', async () => {
    answer = [400, { error: { message: '(#131056) Pair rate limit hit', code: 131_056 } }];
    expect(await deliver(await load('whatsapp'), messageOf('whatsapp'))).toMatchObject({
      kind: 'refused',
      retryAfterMs: 60_000,
    });
  });

  it('goes through a messaging service of Twilio, too', async () => {
    answer = cases['twilio-whatsapp'].accepted;
    const send = await load('twilio-whatsapp', { from: undefined, messagingServiceSID: 'MG1' });
    await deliver(send, messageOf('twilio-whatsapp'));
    expect(bodies[0]).toMatchObject({ MessagingServiceSid: 'MG1' });
    expect(bodies[0]).not.toHaveProperty('From');
    await expect(load('twilio-whatsapp', { messagingServiceSID: 'MG1' })).rejects.toThrow(/either "from"/);
  });
});

describe('a call', () => {
  it('is made in twenty languages or so, and in English for others', async () => {
    expect(spokenLocales.length).toBeGreaterThanOrEqual(20);
    for (const name of ['twilio-voice', 'vonage-voice'] as const) {
      answer = cases[name].accepted;
      bodies = [];
      const send = await load(name);
      for (const locale of spokenLocales) await deliver(send, messageOf(name, locale));
      expect(new Set(bodies.map(body => JSON.stringify(body))).size).toBe(spokenLocales.length);
      for (const body of bodies) expect(JSON.stringify(body)).toContain(digits);
      bodies = [];
      await deliver(send, messageOf(name, 'sw'));
      expect(bodies).toEqual([cases[name].body('en')]);
    }
  });

  it('is no SMS by an official connector', async () => {
    const setting = { name: 'twilio', config: {} } as const;
    await expect(createChannelSender('voice', setting)).rejects.toThrow(
      /there are: twilio-voice, vonage-voice, http/,
    );
  });
});

it('the HTTP connector passes the channel, and says nothing of SMS', async () => {
  answer = [200, {}];
  for (const channel of ['sms', 'whatsapp', 'voice'] as const) {
    const setting = { name: 'http', config: { endpoint: `${provider.origin}/send` } } as const;
    const send = await createChannelSender(channel, setting);
    await deliver(send, composeMessage({ phone, purpose: 'sign-in', code, channel }));
  }
  expect(bodies.map(body => (body as { payload: { channel?: string } }).payload.channel)).toEqual([
    undefined,
    'whatsapp',
    'voice',
  ]);
});
