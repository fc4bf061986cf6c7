/** The config file as the console's form edits it, and what stands for its secrets. */
import { describe, expect, test } from 'vitest';
import {
  codePair,
  fieldOf,
  fromCodePair,
  startFile,
  templateOf,
  withTemplate,
  withValue,
} from '../../../demo/console/draft.js';
import { redactSecrets } from '../../../demo/console/secrets.js';
import { readCatalog } from '../../../demo/console/server/catalog.js';
import { savedMark } from '../../../demo/console/wire.js';
import {
  ConfigInvalid,
  connectorNames,
  createConnectorSender,
} from '../../../src/server/connectors/index.js';

const catalog = await readCatalog();
const entry = (name: string) => ({ ...catalog.find(each => each.name === name)!, isLive: false });

describe('the catalog', () => {
  test.each(connectorNames)('%s has its name, logo, guide and form', name => {
    const { about } = entry(name);
    expect(about?.title['en']).toMatch(/\w/);
    expect(about?.logo).toMatch(/^data:image\/svg\+xml;base64,\w/);
    expect(about?.readme).toContain('#');
    expect(about?.formItems.every(({ type }) => ['Text', 'Switch', 'Json'].includes(type))).toBe(true);
  });
});

describe('a new file', () => {
  test('begins with the templates of the package, without the name of its maker', () => {
    const file = startFile(entry('twilio'));
    expect(templateOf(file, 'SignIn')).toContain('{{code}}');
    expect(JSON.stringify(file)).not.toContain('Logto');
  });

  test('has no placeholders', () => {
    expect(startFile(entry('tencent')).config).toEqual({ templates: [] });
    expect(startFile(entry('aliyun')).config).toEqual({ templates: [], strictPhoneRegionNumberCheck: true });
    expect(startFile(entry('gatewayapi')).config).toMatchObject({
      endpoint: 'https://gatewayapi.com/rest/mtsms',
    });
  });
});

test('an empty field is taken out, and an empty secret stays as it is saved', () => {
  const file = { connector: 'http', config: { endpoint: 'x', authorization: 'y', more: 1 } } as const;
  expect(withValue(file, 'endpoint', '').config).toEqual({ authorization: 'y', more: 1 });
  expect(withValue(file, 'authorization', '').config).toEqual({ endpoint: 'x', more: 1 });
  expect(withValue(file, 'authorization', '', true).config).toMatchObject({ authorization: savedMark });
});

test('templates keep their order, and an empty one is taken out', () => {
  let file = startFile(entry('tencent'));
  file = withTemplate(withTemplate(file, 'Generic', '2'), 'SignIn', '1');
  const both = [
    { usageType: 'SignIn', templateCode: '1' },
    { usageType: 'Generic', templateCode: '2' },
  ];
  expect(file.config).toEqual({ templates: both });
  expect(withTemplate(file, 'SignIn', '').config).toEqual({ templates: [both[1]] });
  expect(fieldOf({ field: 'templates.1.templateCode', message: '' }, file)).toBe('templates.Generic');
  expect(fieldOf({ field: 'templates.7.templateCode', message: '' }, file)).toBe('templates');
  expect(fieldOf({ field: 'region', message: '' }, file)).toBe('region');
});

test('two codes that are the same are one', () => {
  expect(fromCodePair({ china: 'a', overseas: 'a' })).toBe('a');
  expect(fromCodePair({ china: 'a', overseas: '' })).toEqual({ china: 'a' });
  expect(codePair('a')).toEqual({ china: 'a', overseas: 'a' });
  expect(codePair({ overseas: 'b' })).toEqual({ china: '', overseas: 'b' });
});

test('a provider that repeats a secret is not repeated', () => {
  const config = { authorization: 'Bearer sesame-123456-x' };
  expect(redactSecrets('Bearer sesame-123456-x', 'http', config)).toBe(savedMark);
  expect(redactSecrets('bad token sesame-123456-x', 'http', config)).toBe(`bad token ${savedMark}`);
  expect(redactSecrets('bad token sesame-•••-x', 'http', config)).toBe(`bad token ${savedMark}`);
});

test('the server names each field of a config that is not valid', async () => {
  const sender = createConnectorSender({ name: 'http', config: {} });
  const error: unknown = await sender.catch((error: unknown) => error);
  expect(error).toBeInstanceOf(ConfigInvalid);
  expect((error as ConfigInvalid).issues).toEqual([{ field: 'endpoint', message: 'Required' }]);
});
