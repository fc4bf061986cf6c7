import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { controls, isVariable } from '../../demo/controls.js';
import { themes } from '../../demo/themes.js';
import { openPage } from './browser.js';
import { browser, demo } from './demo-in-browser.js';

async function open(query = '', options = {}): Promise<Page> {
  const page = await openPage(browser, { viewport: { width: 1440, height: 1000 }, ...options });
  await page.goto(`${demo.address}?lang=en${query}`);
  await page.getByRole('textbox', { name: 'Phone number' }).waitFor();
  await page.getByRole('tab', { name: 'Angular' }).waitFor();
  return page;
}

const attribute = (page: Page, name: string) => page.locator('phone-sign-in').getAttribute(name);
const variable = (page: Page, name: string) =>
  page.locator('phone-sign-in').evaluate((element, name) => element.style.getPropertyValue(name), name);
const query = (page: Page) => new URL(page.url()).searchParams;
const snippet = (page: Page) => page.locator('#snippet').innerText();
const openGroup = (page: Page, name: string) => page.locator('summary', { hasText: name }).click();
const colours = (page: Page) =>
  page.locator('phone-sign-in').evaluate(element => {
    const button = element.shadowRoot!.querySelector('.submit')!;
    const { backgroundColor, borderRadius } = getComputedStyle(button);
    return { backgroundColor, borderRadius };
  });

describe('the playground', () => {
  test('has every attribute of the widget as a control', async () => {
    const page = await open();
    const observed = await page.evaluate(
      () =>
        (customElements.get('phone-sign-in') as unknown as { observedAttributes: string[] })
          .observedAttributes,
    );
    expect(observed.length).toBeGreaterThan(10);
    const offered = controls.filter(control => !isVariable(control)).map(({ name }) => name);
    expect(offered).toEqual(expect.arrayContaining(observed));
    for (const name of observed) {
      expect(await page.locator(`label:text-is("${name}")`).count(), name).toBe(1);
    }
  });

  test('every control with a value changes the address, the snippet, and the widget', async () => {
    const page = await open();
    const texts: Record<string, string> = {
      json: '{"en":{}}',
      colour: 'rebeccapurple',
      list: 'GB, FR',
      text: '1em',
    };
    for (const group of ['More colours', 'More of the shape', 'Countries', 'With your page']) {
      await openGroup(page, group);
    }
    for (const control of controls) {
      const { kind, name, options } = control;
      const field = page.locator(`#control-${name.replace(/^--/, '')}`);
      if (kind === 'choice') await field.selectOption(options!.at(-1)!);
      else if (kind === 'flag') await field.check();
      else if (kind === 'range') await field.fill(String(control.range!.max));
      else await field.fill(texts[kind]!);
      await expect.poll(() => query(page).get(name), { message: name }).toBeTruthy();
      const value = query(page).get(name)!;
      const shown = await snippet(page);
      if (control.isOfServer) {
        expect(shown).not.toContain(name);
        expect(await attribute(page, name)).toBeNull();
      } else if (isVariable(control)) {
        expect(await variable(page, name), name).toBe(value);
        expect(shown).toContain(`${name}: ${value};`);
      } else {
        expect(shown).toContain(name);
        const isSet = (await attribute(page, name)) === (kind === 'flag' ? '' : value);
        expect(isSet, name).toBe(!control.isForSnippet);
      }
    }
  });

  test('a shared address brings the set-up back, before anything is touched', async () => {
    const page = await open('&theme=playful&--phone-radius=0em&purpose=register&default-country=FR');
    expect(await variable(page, '--phone-radius')).toBe('0em');
    expect(await variable(page, '--phone-color-accent')).toBe(
      themes.playful.variables['--phone-color-accent'],
    );
    expect((await colours(page)).borderRadius).toBe('0px');
    await page.getByText('+33').waitFor();
    expect(await page.getByRole('radio', { name: 'Playful' }).isChecked()).toBe(true);
    expect(await page.getByLabel('purpose', { exact: true }).inputValue()).toBe('register');
    expect(await snippet(page)).toContain('default-country="FR"');
  });

  test.each([
    ['Playful', 'rgb(179, 36, 111)'],
    ['High contrast', 'rgb(0, 32, 159)'],
    ['Neutral', 'rgb(47, 85, 232)'],
  ])('the theme %s is on the widget', async (name, backgroundColor) => {
    const page = await open('&scheme=light&--phone-color-accent=%23008000');
    expect(await colours(page)).toMatchObject({ backgroundColor: 'rgb(0, 128, 0)' });
    if (name === 'Neutral') await page.getByText('Playful').click();
    await page.getByText(name, { exact: true }).click();
    await expect.poll(() => colours(page)).toMatchObject({ backgroundColor });
  });

  test('density sets the two heights at once', async () => {
    const page = await open();
    await page.getByText('Roomy').click();
    expect(await variable(page, '--phone-gap')).toBe('2.5em');
    expect(await variable(page, '--phone-control-height')).toBe('3.75em');
    await page.getByText('Regular').click();
    expect(await variable(page, '--phone-gap')).toBe('');
  });

  test('what was set can be taken back, one by one and all at once', async () => {
    const page = await open('&purpose=register&validation=mobile&theme=playful');
    await page.getByRole('button', { name: 'Take back purpose' }).click();
    expect(await attribute(page, 'purpose')).toBeNull();
    expect(await attribute(page, 'validation')).toBe('mobile');
    await page.getByRole('button', { name: 'Start over' }).click();
    expect(await attribute(page, 'validation')).toBeNull();
    await expect.poll(() => query(page).toString()).toBe('lang=en');
  });

  test('what is no JSON is said, and not set', async () => {
    const page = await open();
    await openGroup(page, 'With your page');
    const field = page.getByLabel('messages', { exact: true });
    await field.fill('{"en":{"send":"Send it"}');
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await attribute(page, 'messages')).toBeNull();
    await field.press('End');
    await field.pressSequentially('}');
    await page.getByRole('button', { name: 'Send it' }).waitFor();
  });
});

describe('the snippet', () => {
  test.each([
    ['HTML', '<phone-sign-in'],
    ['npm', "import 'phone-sign-in/define'"],
    ['React', 'onphone-verified={'],
    ['Vue', '@phone-verified="onVerified"'],
    ['Svelte', 'onphone-verified={onVerified}'],
    ['Angular', '(phone-verified)='],
    ['Server', 'createPhoneServer('],
  ])('for %s is shown and copied, as the playground is set', async (name, part) => {
    const page = await open('&purpose=register', { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.getByRole('tab', { name }).click();
    const shown = await page.getByRole('tabpanel', { name }).innerText();
    expect(shown).toContain(part);
    expect(shown.includes('purpose="register"')).toBe(name !== 'Server');
    const panel = page.getByRole('region', { name: 'Put it on your page' });
    await panel.getByRole('button', { name: 'Copy', exact: true }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(shown);
  });

  test('a link that is copied opens the same set-up', async () => {
    const page = await open('', { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.getByLabel('purpose', { exact: true }).selectOption('forgot-password');
    await expect.poll(() => query(page).get('purpose')).toBe('forgot-password');
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    await page.goto(await page.evaluate(() => navigator.clipboard.readText()));
    await page.getByRole('textbox', { name: 'Phone number' }).waitFor();
    expect(await attribute(page, 'purpose')).toBe('forgot-password');
  });
});
