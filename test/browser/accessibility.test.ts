import axe from 'axe-core';
import { html } from 'lit';
import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { PhoneSignIn } from '../../src/index.js';
import { deadNetwork, serveInPage, show } from './helpers.js';
import { walkChannels } from './walk.js';
import { darkLocales, walkedLocales } from './walked-locales.js';

async function violations(): Promise<string[]> {
  const { violations } = await axe.run(document.body, {
    // The test page is no page of its own: what belongs to one is the demo's to pass.
    rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
  });
  return violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.html}`));
}

afterEach(() => {
  document.documentElement.style.colorScheme = '';
  document.body.style.background = '';
});

describe.each([
  { colorScheme: 'light', inLocales: walkedLocales },
  { colorScheme: 'dark', inLocales: darkLocales },
])('axe finds nothing, $colorScheme', ({ colorScheme, inLocales }) => {
  test.each(inLocales)('in %s, from the number to the end, errors and list among it', async locale => {
    document.documentElement.style.colorScheme = colorScheme;
    document.body.style.background = colorScheme === 'dark' ? '#0b0d12' : '#fff';
    const inPage = serveInPage();
    const signIn = await show<PhoneSignIn>(
      // Half of a change of colour has half of its contrast.
      html`<phone-sign-in
        style="--phone-motion: 0s"
        locale=${locale}
        default-country="GB"
        .backend=${inPage.backend}
      ></phone-sign-in>`,
    );
    await expect.element(page.getByRole('textbox')).toBeVisible();
    expect(await violations()).toEqual([]);

    await userEvent.click(page.getByRole('textbox'));
    await userEvent.keyboard('74{Enter}');
    await expect.element(page.getByRole('textbox')).toBeInvalid();
    expect(await violations()).toEqual([]);

    await userEvent.click(page.getByRole('button', { expanded: false }));
    await expect.element(page.getByRole('combobox')).toBeVisible();
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Escape}');

    inPage.faults.push(deadNetwork);
    await userEvent.fill(page.getByRole('textbox'), '7400123456');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => signIn.state.error?.code).toBe('network');
    expect(await violations()).toEqual([]);

    await userEvent.click(page.getByRole('textbox'));
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => signIn.state.step).toBe('code');
    expect(await violations()).toEqual([]);

    const { code } = inPage.messages.at(-1)!;
    await userEvent.click(page.getByRole('textbox'));
    await userEvent.keyboard((code.startsWith('1') ? '2' : '1') + code.slice(1));
    await expect.poll(() => signIn.state.error?.code).toBe('code_invalid');
    expect(await violations()).toEqual([]);

    await userEvent.keyboard(code);
    await expect.poll(() => signIn.state.step).toBe('done');
    await signIn.updateComplete;
    expect(await violations()).toEqual([]);
  });

  test.each(inLocales)('in %s, where codes come by WhatsApp or a call', async locale => {
    document.documentElement.style.colorScheme = colorScheme;
    document.body.style.background = colorScheme === 'dark' ? '#0b0d12' : '#fff';
    const found: string[] = [];
    document.body.style.setProperty('--phone-motion', '0s');
    onTestFinished(() => void document.body.style.removeProperty('--phone-motion'));
    await walkChannels(locale, async state => {
      for (const violation of await violations()) found.push(`${state}: ${violation}`);
    });
    expect(found).toEqual([]);
  });
});
