import { describe, expect, test } from 'vitest';
import {
  attributesOf,
  createSetupStore,
  emptySetup,
  readSetup,
  valueOf,
  variablesOf,
  writeSetup,
  type Setup,
} from '../../../demo/setup.js';
import { themes } from '../../../demo/themes.js';

const read = (query: string) => readSetup(new URLSearchParams(query));

function addressOf(setup: Setup, before = 'https://demo.example/?lang=th'): URL {
  const address = new URL(before);
  writeSetup(setup, address);
  return address;
}

describe('a set-up in the address', () => {
  test.each<[string, Setup]>([
    ['nothing', emptySetup],
    ['choices', { ...emptySetup, theme: 'playful', place: 'dialog', width: 'tablet', preview: 'dark' }],
    [
      'attributes',
      { ...emptySetup, values: { purpose: 'register', 'phone-locked': 'true', countries: 'GB, IE' } },
    ],
    [
      'variables',
      { ...emptySetup, theme: 'playful', values: { '--phone-radius': '', '--phone-font': "'A B', serif" } },
    ],
  ])('comes back as it was: %s', (_what, setup) => {
    expect(readSetup(addressOf(setup).searchParams)).toEqual(setup);
  });

  test('leaves alone what else is there, and takes back what holds no more', () => {
    const full = addressOf({ ...emptySetup, width: 'desktop', values: { purpose: 'register' } });
    expect(full.searchParams.get('lang')).toBe('th');
    expect(addressOf(emptySetup, full.href).search).toBe('?lang=th');
  });

  test('of somebody else’s making: what is unknown does not count', () => {
    expect(read('theme=__proto__&place=toString&width=9&onclick=alert(1)&class=x')).toEqual(emptySetup);
  });

  test('of somebody else’s making: nothing is fetched from elsewhere', () => {
    const values = read(
      '--phone-color-surface=url(//evil.example/x)&--phone-shadow=image-set("x")&--phone-gap=1em',
    ).values;
    expect(values).toEqual({ '--phone-gap': '1em' });
  });
});

describe('what holds', () => {
  test('a value by hand is over the place, and that over the theme', () => {
    const setup: Setup = {
      ...emptySetup,
      theme: 'playful',
      place: 'inline',
      values: { '--phone-radius': '3em' },
    };
    expect(Object.fromEntries(variablesOf(setup))).toEqual({
      ...themes.playful.variables,
      '--phone-color-surface': 'transparent',
      '--phone-gap': '0em',
      '--phone-shadow': 'none',
      '--phone-radius': '3em',
    });
  });

  test('a variable set to nothing takes the theme’s value away', () => {
    const store = createSetupStore({ ...emptySetup, theme: 'playful' });
    store.set('--phone-radius', '');
    expect(valueOf(store.setup, '--phone-radius')).toBe('');
    expect(variablesOf(store.setup).map(([name]) => name)).not.toContain('--phone-radius');
  });

  test('nothing over nothing is not kept', () => {
    const store = createSetupStore(emptySetup);
    store.set('purpose', 'register');
    store.set('purpose', '');
    store.set('--phone-gap', '');
    expect(store.setup).toEqual(emptySetup);
  });

  test('attributes come in the order of the table', () => {
    const setup: Setup = {
      ...emptySetup,
      values: { name: 'proof', 'default-country': 'GB', purpose: 'register' },
    };
    expect(attributesOf(setup).map(({ control }) => control.name)).toEqual([
      'purpose',
      'default-country',
      'name',
    ]);
  });
});
