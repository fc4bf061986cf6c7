/** What tools, editors and docs/api.md say of the elements is what the code has. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { apiReference } from '../../../scripts/manifest-docs.mjs';
import { cssData, htmlData } from '../../../scripts/manifest-editors.mjs';
import { readElements } from '../../../scripts/manifest.mjs';

const folder = 'src/elements';
const sources = Object.fromEntries(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .map(name => [name.replace(/^.*\//, ''), readFileSync(join(folder, name), 'utf8')]),
);

let elements: ReturnType<typeof readElements>;
beforeAll(() => {
  elements = readElements();
}, 60_000);

const element = (tag: string) => elements.find(({ tagName }) => tagName === tag)!;

test('has the five elements', () => {
  expect(elements.map(({ tagName }) => tagName)).toEqual([
    'phone-sign-in',
    'phone-number-field',
    'phone-code-field',
    'phone-country-picker',
    'phone-resend-button',
  ]);
});

test('docs/api.md is not stale: npm run docs:api', async () => {
  expect(readFileSync('docs/api.md', 'utf8')).toBe(await apiReference(elements));
});

describe('an element', () => {
  test('has the attributes of what it extends, under their own names', () => {
    const attributes = element('phone-sign-in').attributes.map(({ name }) => name);
    expect(attributes).toEqual(
      expect.arrayContaining(['endpoint', 'phone-locked', 'exclude-countries', 'locale']),
    );
    expect(attributes).not.toEqual(expect.arrayContaining(['captcha', 'isWaiting', 'texts']));
  });

  test('has no member of Lit’s, and none of ours that is internal', () => {
    const names = elements.flatMap(({ members }) => members.map(({ name }) => name));
    expect(
      names.filter(name => /^(render|connectedCallback|texts|announce|renderNumber|#)/.test(name)),
    ).toEqual([]);
  });

  test('says what everything is for', () => {
    const silent = elements.flatMap(({ tagName, members, events, slots, cssParts, cssProperties }) =>
      [...members, ...events, ...slots, ...cssParts, ...cssProperties]
        .filter(({ description }) => !description)
        .map(({ name }) => `${tagName} ${name}`),
    );
    expect(silent).toEqual([]);
  });

  test('names every event that is dispatched', () => {
    const known = elements.flatMap(({ events }) => events.map(({ name }) => name));
    const own = Object.values(sources)
      .join('\n')
      .matchAll(/super\('(phone-[\w-]+)'/g);
    expect([...own].map(([, name]) => name).filter(name => !known.includes(name!))).toEqual([]);
  });

  test('takes a wider value than it answers, where its setter does', () => {
    const value = element('phone-number-field').members.find(({ name }) => name === 'value');
    expect(value).toMatchObject({ type: { text: "E164 | ''" }, taken: 'string' });
  });
});

test('every part that is drawn is documented', () => {
  const screens = /^(number|code|next)-step|end-screens|sign-in-steps/;
  const owner = (file: string) =>
    screens.test(file)
      ? 'phone-sign-in'
      : file.startsWith('country-popup')
        ? 'phone-country-picker'
        : file.slice(0, -3);
  const missing = Object.entries(sources).flatMap(([file, text]) => {
    const parts = [...text.matchAll(/(?:^|\s)part="([\w-]+)"/g)].map(([, name]) => name!);
    const passedOn = [...text.matchAll(/exportparts="([^"]+)"/g)]
      .flatMap(([, list = '']) => list.split(','))
      .map(pair => pair.split(':').at(-1)!.trim());
    const documented = element(owner(file))?.cssParts.map(({ name }) => name);
    return [...parts, ...passedOn]
      .filter(name => documented && !documented.includes(name))
      .map(name => `${owner(file)} ${name}`);
  });
  expect(missing).toEqual([]);
});

test('every slot that is drawn is documented', () => {
  const known = elements.flatMap(({ slots }) => slots.map(({ name }) => name));
  const drawn = [
    ...Object.values(sources)
      .join('\n')
      .matchAll(/<slot name="([\w-]+)"/g),
  ].map(([, name]) => name!);
  expect([...new Set(drawn)].filter(name => !known.includes(name))).toEqual([]);
});

test('every CSS variable that a style sheet reads is documented', () => {
  const read = [
    ...Object.values(sources)
      .join('\n')
      .matchAll(/var\((--phone-[\w-]+)/g),
  ].map(([, name]) => name!);
  const known = element('phone-sign-in').cssProperties.map(({ name }) => name);
  expect(known.toSorted()).toEqual([...new Set(read)].toSorted());
});

test('editors know tags, values and variables', () => {
  const tag = htmlData(elements).tags.find(({ name }) => name === 'phone-sign-in');
  const values = (name: string) =>
    tag?.attributes.find(attribute => attribute.name === name)?.values?.map(value => value.name);
  expect(values('purpose')).toContain('mfa-verification');
  expect(values('backend')).toContain('better-auth');
  expect(cssData(elements).properties.map(({ name }) => name)).toContain('--phone-color-accent');
});
