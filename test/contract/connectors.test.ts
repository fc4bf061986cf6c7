/** The seven official connectors, each against an intercepted network: what they send, and what becomes of every answer. */
import nock from 'nock';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { purposes, type E164 } from '../../src/protocol.js';
import {
  createConnectorSender,
  testSend,
  type ConnectorName,
  type ConnectorSetting,
} from '../../src/server/connectors/index.js';
import { deliver } from '../../src/server/deliver.js';
import { composeMessage, type Composition } from '../../src/server/message-texts.js';

const phone = '+447700900123' as E164;
const digits = '447700900123';
const code = '123456';

const required = ['SignIn', 'Register', 'ForgotPassword', 'Generic'];
const contents = required.map(usageType => ({ usageType, content: `${usageType} of ACME: {{code}}` }));
const templateCodes = required.map(usageType => ({ usageType, templateCode: `T_${usageType}` }));

const basic = (user: string, password: string) =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

/** An intercepted request. */
interface Seen {
  headers: Record<string, string>;
  body: unknown;
}

interface Case {
  config: Record<string, unknown>;
  host: string;
  path: string;
  accepted: [number, nock.Body];
  /** Answers by which the provider refuses. */
  refused: Record<string, [number, nock.Body]>;
  /** What each request must be, whatever the message. */
  expectRequest: (seen: Seen) => void;
  /** The receiver and the text of a request. */
  read: (body: unknown) => { to: unknown; text: unknown };
}

type Form = Record<string, string>;
const tencentItem = (Code: string) => ({
  Response: {
    SendStatusSet: [
      { SerialNo: '1', PhoneNumber: digits, Fee: 1, SessionContext: '', Code, Message: Code, IsoCode: 'GB' },
    ],
    RequestId: 'r',
  },
});

const cases: Record<ConnectorName, Case> = {
  twilio: {
    config: { accountSID: 'AC1', authToken: 'token', fromMessagingServiceSID: 'MG1', templates: contents },
    host: 'https://api.twilio.com',
    path: '/2010-04-01/Accounts/AC1/Messages.json',
    accepted: [201, { sid: 'SM1', status: 'accepted' }],
    refused: {
      'a number that is none': [400, { code: 21211, message: `Invalid 'To' ${phone}`, status: 400 }],
      'a wrong token': [401, { code: 20003, message: 'Authenticate', status: 401 }],
    },
    expectRequest({ headers, body }) {
      expect(headers.authorization).toBe(basic('AC1', 'token'));
      expect(headers['content-type']).toBe('application/x-www-form-urlencoded');
      expect(body).toMatchObject({ MessagingServiceSid: 'MG1', RiskCheck: 'enable' });
    },
    // The one that wants a plus, and adds it itself.
    read: body => ({ to: (body as Form).To?.replace(/^\+/, ''), text: (body as Form).Body }),
  },
  aliyun: {
    config: { accessKeyId: 'id', accessKeySecret: 'key', signName: 'ACME', templates: templateCodes },
    host: 'https://dysmsapi.aliyuncs.com',
    path: '/',
    accepted: [200, { Code: 'OK', Message: 'OK', RequestId: 'r', BizId: 'b' }],
    refused: {
      'a template that is none': [
        200,
        { Code: 'isv.SMS_TEMPLATE_ILLEGAL', Message: `No template for ${digits}`, RequestId: 'r' },
      ],
      'a wrong key': [404, { Code: 'InvalidAccessKeyId.NotFound', Message: 'No key', RequestId: 'r' }],
    },
    expectRequest({ body }) {
      expect(body).toMatchObject({ Action: 'SendSms', AccessKeyId: 'id', SignName: 'ACME' });
      expect(body).toMatchObject({ SignatureMethod: 'HMAC-SHA1', Version: '2017-05-25' });
      expect(Buffer.from((body as Form).Signature ?? '', 'base64')).toHaveLength(20);
    },
    read: body => ({
      to: (body as Form).PhoneNumbers,
      text: [(body as Form).TemplateCode, JSON.parse((body as Form).TemplateParam ?? '')],
    }),
  },
  tencent: {
    config: {
      accessKeyId: 'id',
      accessKeySecret: 'key',
      signName: 'ACME',
      sdkAppId: '1400',
      region: 'ap-guangzhou',
      templates: templateCodes,
    },
    host: 'https://sms.tencentcloudapi.com',
    path: '/',
    accepted: [200, tencentItem('Ok')],
    refused: {
      'a signature that is none': [
        200,
        { Response: { Error: { Code: 'AuthFailure.SignatureFailure', Message: 'Wrong' }, RequestId: 'r' } },
      ],
      'one number out of one': [200, tencentItem('LimitExceeded.PhoneNumberDailyLimit')],
    },
    expectRequest({ headers, body }) {
      expect(headers.authorization).toMatch(
        /^TC3-HMAC-SHA256 Credential=id\/\d{4}-\d\d-\d\d\/sms\/tc3_request, .*Signature=[\da-f]{64}$/,
      );
      expect(headers['x-tc-action']).toBe('SendSms');
      expect(headers['x-tc-region']).toBe('ap-guangzhou');
      expect(body).toMatchObject({ SmsSdkAppId: '1400', SignName: 'ACME' });
    },
    read(body) {
      const { PhoneNumberSet, TemplateId, TemplateParamSet } = body as Record<string, unknown[]>;
      expect(PhoneNumberSet).toHaveLength(1);
      return { to: PhoneNumberSet?.[0], text: [TemplateId, TemplateParamSet] };
    },
  },
  smsaero: {
    config: { email: 'a@acme.example', apiKey: 'key', senderName: 'ACME', templates: contents },
    host: 'https://gate.smsaero.ru',
    path: '/v2/sms/send',
    accepted: [200, { success: true, data: { id: 1, status: 0 }, message: null }],
    refused: {
      'with status 200': [200, { success: false, data: null, message: `Not enough money for ${digits}` }],
      'a wrong key': [
        401,
        { success: false, data: null, message: 'Your request was made with invalid credentials.' },
      ],
    },
    expectRequest({ headers, body }) {
      expect(headers.authorization).toBe(basic('a@acme.example', 'key'));
      expect(body).toMatchObject({ sign: 'ACME' });
      expect(Object.keys(body as object).sort()).toEqual(['number', 'sign', 'text']);
    },
    read: body => ({ to: (body as Form).number, text: (body as Form).text }),
  },
  gatewayapi: {
    config: {
      endpoint: 'https://gatewayapi.com/rest/mtsms',
      apiToken: 'token',
      sender: 'ACME',
      templates: contents,
    },
    host: 'https://gatewayapi.com',
    path: '/rest/mtsms',
    accepted: [200, { ids: [1], usage: { countries: { GB: 1 } } }],
    refused: {
      'a wrong token': [401, { code: '0x0201', message: 'Unauthorized' }],
      'no money': [403, { code: '0x0216', message: `Insufficient credit for ${digits}` }],
    },
    expectRequest({ headers, body }) {
      expect(headers.authorization).toBe(basic('token', ''));
      expect(body).toMatchObject({ sender: 'ACME' });
    },
    read(body) {
      const { message, recipients } = body as { message: string; recipients: { msisdn: string }[] };
      expect(recipients).toHaveLength(1);
      return { to: recipients[0]?.msisdn, text: message };
    },
  },
  vonage: {
    config: { apiKey: 'key', apiSecret: 'secret', brandName: 'ACME', templates: contents },
    host: 'https://rest.nexmo.com',
    path: '/sms/json',
    accepted: [200, { 'message-count': '1', messages: [{ to: digits, 'message-id': 'm', status: '0' }] }],
    refused: {
      'no money, with status 200': [
        200,
        { 'message-count': '1', messages: [{ status: '9', 'error-text': 'Partner quota exceeded' }] },
      ],
      'a wrong key': [401, { title: 'Unauthorized' }],
    },
    expectRequest({ headers, body }) {
      expect(headers.authorization).toBe(basic('key', 'secret'));
      expect(body).toMatchObject({ from: 'ACME' });
      expect(Object.keys(body as object).sort()).toEqual(['from', 'text', 'to']);
    },
    read: body => ({ to: (body as Form).to, text: (body as Form).text }),
  },
  http: {
    config: { endpoint: 'https://sms.acme.example/send', authorization: 'Bearer x' },
    host: 'https://sms.acme.example',
    path: '/send',
    accepted: [204, ''],
    refused: { 'with prose': [403, `No credit for ${phone}`] },
    expectRequest({ headers, body }) {
      expect(headers.authorization).toBe('Bearer x');
      expect(Object.keys(body as object).sort()).toEqual(['payload', 'to', 'type']);
    },
    read(body) {
      const { to, type, payload } = body as { to: string; type: string; payload: unknown };
      return { to, text: [type, payload] };
    },
  },
};

const names = Object.keys(cases) as ConnectorName[];
const settingOf = (name: ConnectorName, rest: Partial<ConnectorSetting> = {}): ConnectorSetting => ({
  name,
  config: cases[name].config,
  ...rest,
});
const messageOf = (composition: Partial<Composition> = {}) =>
  composeMessage({ phone, purpose: 'sign-in', code, ...composition });

let seen: Seen[];

function intercept(name: ConnectorName, [status, answered]: [number, nock.Body], times = 1): nock.Scope {
  const { host, path } = cases[name];
  return nock(host)
    .post(path)
    .times(times)
    .reply(function (_uri, requested) {
      const body =
        typeof requested === 'string' ? Object.fromEntries(new URLSearchParams(requested)) : requested;
      seen.push({ headers: this.req.headers, body });
      return [status, answered];
    });
}

/** Sends one message to a provider that takes it, and answers what the provider read. */
async function send(setting: ConnectorSetting, composition: Partial<Composition> = {}) {
  intercept(setting.name, cases[setting.name].accepted);
  const sender = await createConnectorSender(setting);
  expect(await deliver(sender.send, messageOf(composition))).toEqual({ kind: 'sent' });
  return cases[setting.name].read(seen.at(-1)?.body);
}

beforeAll(() => {
  nock.disableNetConnect();
});
beforeEach(() => {
  seen = [];
});
afterEach(() => {
  nock.abortPendingRequests();
  nock.cleanAll();
});
afterAll(() => {
  nock.enableNetConnect();
  nock.restore();
});

describe.each(names)('%s', name => {
  it('sends one request: authorized, digits without a plus, in the right place', async () => {
    const { to } = await send(settingOf(name));
    expect(to).toBe(digits);
    expect(seen).toHaveLength(1);
    cases[name].expectRequest(seen[0]!);
  });

  it('sends all nine purposes', async () => {
    intercept(name, cases[name].accepted, purposes.length);
    const sender = await createConnectorSender(settingOf(name));
    for (const purpose of purposes) {
      expect(await deliver(sender.send, messageOf({ purpose }))).toEqual({ kind: 'sent' });
    }
    expect(seen).toHaveLength(purposes.length);
  });

  it.each(Object.entries(cases[name].refused))('is refused: %s', async (_why, answer) => {
    intercept(name, answer, 2);
    const sender = await createConnectorSender(settingOf(name));
    const delivery = await deliver(sender.send, messageOf());
    expect(delivery.kind).toBe('refused');
    // The log has the provider's words, and neither number nor code.
    expect(JSON.stringify(delivery)).not.toMatch(/447700900123|123456/);
    expect(seen).toHaveLength(1);
  });

  it.each([
    ['ECONNRESET', 'unknown'],
    ['ETIMEDOUT', 'unknown'],
    ['ECONNREFUSED', 'refused'],
    ['ENOTFOUND', 'refused'],
  ])('takes %s as %s', async (code, kind) => {
    const { host, path } = cases[name];
    const error = Object.assign(new Error(`connect ${code}`), { code });
    nock(host).post(path).replyWithError(error);
    nock(host).post(path).reply(200, 'a second send');
    const sender = await createConnectorSender(settingOf(name));
    expect(await deliver(sender.send, messageOf())).toMatchObject({ kind });
    expect(nock.pendingMocks()).toHaveLength(1);
  });

  it('takes no answer in time as unknown, sent once', async () => {
    const { host, path, accepted } = cases[name];
    nock(host)
      .post(path)
      .delayConnection(60_000)
      .reply(...accepted);
    nock(host)
      .post(path)
      .reply(...accepted);
    const sender = await createConnectorSender(settingOf(name));
    const delivery = await deliver(sender.send, messageOf(), 50);
    expect(delivery).toEqual({ kind: 'unknown', detail: 'No answer within 0.05 seconds' });
    expect(nock.pendingMocks()).toHaveLength(1);
  });

  it('is tried with the Generic template before it is alive', async () => {
    intercept(name, cases[name].accepted);
    expect(await testSend(settingOf(name), phone, 'en')).toEqual({ kind: 'sent' });
    const { to, text } = cases[name].read(seen[0]?.body);
    expect(to).toBe(digits);
    expect(JSON.stringify(text)).toContain('Generic');
  });

  it('says in a trial why it was refused', async () => {
    const [answer] = Object.values(cases[name].refused);
    intercept(name, answer!);
    expect(await testSend(settingOf(name), phone)).toMatchObject({
      kind: 'refused',
      detail: expect.stringContaining('SendRefused: ') as string,
    });
  });

  it('names the field of a config that is missing', async () => {
    for (const field of Object.keys(cases[name].config).filter(field => field !== 'authorization')) {
      const config = { ...cases[name].config, [field]: undefined };
      await expect(createConnectorSender({ name, config })).rejects.toThrow(
        `The config of the connector "${name}" is not valid: "${field}": `,
      );
    }
  });
});

describe('the nine usage types', () => {
  it.each(['twilio', 'smsaero', 'gatewayapi', 'vonage'] as const)(
    '%s has its own templates, and Generic where there is none',
    async name => {
      const texts = [];
      for (const purpose of purposes) texts.push((await send(settingOf(name), { purpose })).text);
      expect(texts).toEqual([
        `SignIn of ACME: ${code}`,
        `Register of ACME: ${code}`,
        `ForgotPassword of ACME: ${code}`,
        ...Array<string>(6).fill(`Generic of ACME: ${code}`),
      ]);
    },
  );

  it.each([
    ['aliyun', { code }],
    ['tencent', [code]],
  ] as const)('%s names the template, with the code alone', async (name, parameters) => {
    const texts = [];
    for (const purpose of purposes)
      texts.push((await send(settingOf(name), { purpose, language: 'ru' })).text);
    expect(texts).toEqual(
      ['SignIn', 'Register', 'ForgotPassword', ...Array<string>(6).fill('Generic')].map(type => [
        `T_${type}`,
        parameters,
      ]),
    );
  });

  it('uses the templates of the other five where the config has them', async () => {
    const templates = [...contents, { usageType: 'BindMfa', content: 'Bind {{ code }}' }];
    const config = { ...cases.smsaero.config, templates };
    expect((await send({ name: 'smsaero', config }, { purpose: 'bind-mfa' })).text).toBe(`Bind ${code}`);
  });

  it('tells the HTTP endpoint the type, the text and its language', async () => {
    const { text } = await send(settingOf('http'), { purpose: 'bind-mfa', language: 'ru-RU' });
    const ours = messageOf({ purpose: 'bind-mfa', language: 'ru-RU' }).text;
    expect(ours).toContain('Код');
    expect(text).toEqual(['BindMfa', { code, text: ours, locale: 'ru' }]);
  });
});

describe('the language of a text', () => {
  const ours = (language: string) => messageOf({ language }).text;
  const theirs = `SignIn of ACME: ${code}`;

  it.each([
    ['en-GB', {}, theirs],
    [undefined, {}, theirs],
    ['ru', {}, ours('ru')],
    ['zh-Hant', {}, ours('zh-TW')],
    // We have no text in it: the host's own words rather than our English.
    ['is', {}, theirs],
    ['ru', { texts: 'config' }, theirs],
    ['ru', { templatesLocale: 'ru' }, theirs],
    ['en', { templatesLocale: 'ru' }, ours('en')],
    ['sv', { templatesLocale: 'sv' }, theirs],
    ['en', { templatesLocale: 'sv' }, ours('en')],
  ] as const)('for %s with %j', async (language, rest, text) => {
    expect((await send(settingOf('twilio', rest), { language })).text).toBe(text);
    expect((await send(settingOf('smsaero', rest), { language })).text).toBe(text);
  });

  it.each(['gatewayapi', 'vonage'] as const)(
    '%s gets no letters that its package cannot ask for, unless the account takes them',
    async name => {
      expect((await send(settingOf(name), { language: 'ru' })).text).toBe(theirs);
      expect((await send(settingOf(name, { unicode: true }), { language: 'ru' })).text).toBe(ours('ru'));
      expect((await send(settingOf(name, { templatesLocale: 'ru' }), { language: 'en' })).text).toBe(
        ours('en'),
      );
    },
  );

  it.each(['twilio', 'smsaero', 'gatewayapi', 'vonage'] as const)(
    '%s gets the bound last line with either text',
    async name => {
      const boundHost = 'acme.example';
      const last = `\n@acme.example #${code}`;
      expect((await send(settingOf(name), { boundHost })).text).toBe(theirs + last);
      const english = await send(settingOf(name, { templatesLocale: 'fr' }), { boundHost, language: 'en' });
      expect(english.text).toBe(ours('en') + last);
    },
  );
});

describe('Aliyun', () => {
  const templates = required.map(usageType => ({
    usageType,
    templateCode: { china: 'T_CHINA', overseas: 'T_OVERSEAS' },
  }));

  it.each([
    ['+8613800138000', {}, 'T_CHINA'],
    ['+12025550123', {}, 'T_OVERSEAS'],
    ['+12025550123', { strictPhoneRegionNumberCheck: false }, 'T_CHINA'],
  ])('takes %s with %j for %s', async (to, rest, template) => {
    const config = { ...cases.aliyun.config, templates, ...rest };
    const { text } = await send({ name: 'aliyun', config }, { phone: to as E164 });
    expect(text).toEqual([template, { code }]);
  });

  it('hands on that it takes no more for a number', async () => {
    intercept('aliyun', [200, { Code: 'isv.BUSINESS_LIMIT_CONTROL', Message: 'Limit', RequestId: 'r' }]);
    const sender = await createConnectorSender(settingOf('aliyun'));
    expect(await deliver(sender.send, messageOf())).toMatchObject({ kind: 'refused', retryAfterMs: 60_000 });
  });

  it('takes an answer that it cannot read as unknown', async () => {
    intercept('aliyun', [200, '<html>Bad gateway</html>']);
    const sender = await createConnectorSender(settingOf('aliyun'));
    expect(await deliver(sender.send, messageOf())).toMatchObject({ kind: 'unknown' });
  });
});

describe('Vonage', () => {
  it('takes one part refused out of two as unknown', async () => {
    intercept('vonage', [200, { 'message-count': '2', messages: [{ status: '0' }, { status: '9' }] }]);
    const long = contents.map(({ usageType }) => ({ usageType, content: `{{code}} ${'long '.repeat(40)}` }));
    const sender = await createConnectorSender({
      name: 'vonage',
      config: { ...cases.vonage.config, templates: long },
    });
    expect(await deliver(sender.send, messageOf())).toMatchObject({ kind: 'unknown' });
  });
});

describe('a setting', () => {
  it.each([
    [
      'templates.1.content',
      { templates: contents.map((each, i) => (i === 1 ? { usageType: each.usageType } : each)) },
    ],
    ['templates', { templates: contents.slice(0, 3) }],
    ['accountSID', { accountSID: 7 }],
    [
      'templates.3.content": Has no {{code}}',
      { templates: contents.map((each, i) => (i === 3 ? { ...each, content: 'No' } : each)) },
    ],
  ])('names the field %s', async (field, rest) => {
    const config = { ...cases.twilio.config, ...rest };
    await expect(createConnectorSender({ name: 'twilio', config })).rejects.toThrow(`"${field}`);
  });

  it('is not changed by what the host does to its object', async () => {
    const config = structuredClone(cases.http.config);
    const sender = await createConnectorSender({ name: 'http', config });
    config.endpoint = 'https://elsewhere.example/';
    intercept('http', cases.http.accepted);
    expect(await deliver(sender.send, messageOf())).toEqual({ kind: 'sent' });
  });

  it('sends no trial to what is no number', async () => {
    await expect(testSend(settingOf('http'), '07700 900123')).rejects.toThrow('+44');
  });
});

describe('changing the connector', () => {
  it('takes effect with the next message, also to another provider', async () => {
    const sender = await createConnectorSender(settingOf('smsaero'));
    intercept('smsaero', cases.smsaero.accepted);
    intercept('tencent', cases.tencent.accepted);
    await deliver(sender.send, messageOf());
    await sender.changeConnector(settingOf('tencent'));
    expect(sender.name).toBe('tencent');
    await deliver(sender.send, messageOf());
    expect(seen.map(({ body }) => Object.keys(body as object)[0])).toEqual(['number', 'SmsSdkAppId']);
  });

  it('keeps the last of several changes', async () => {
    const sender = await createConnectorSender(settingOf('http'));
    const changes = [settingOf('vonage'), settingOf('twilio', { config: {} }), settingOf('tencent')];
    const results = await Promise.allSettled(changes.map(sender.changeConnector));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(sender.name).toBe('tencent');
  });
});
