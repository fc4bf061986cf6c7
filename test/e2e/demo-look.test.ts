import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openPage } from './browser.js';
import { browser, demo } from './demo-in-browser.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function open(path: string, width: number, colorScheme: 'light' | 'dark'): Promise<Page> {
  const page = await openPage(browser, {
    viewport: { width, height: 900 },
    colorScheme,
    reducedMotion: 'reduce',
  });
  await page.goto(demo.address + path);
  const signs = 'phone-sign-in h2, phone-number-field label, phone-code-field label, main > .primary';
  await page.locator(signs).filter({ visible: true }).first().waitFor();
  return page;
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run(),
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}

/** The console and the pages of demo/backends are looked at in tests of their own. */
const pages = [
  'languages.html',
  ...['examples', 'probes'].flatMap(folder =>
    readdirSync(join(import.meta.dirname, '../../demo', folder))
      .filter(file => file.endsWith('.html'))
      .map(file => `${folder}/${file}`),
  ),
];

const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

test.each([320, 360, 768, 1440])(
  'nothing is wider than the page at %i px, in the longest languages',
  async width => {
    for (const query of [
      '?lang=ru&locale=de',
      '?lang=th&locale=ar',
      '?place=dialog&theme=playful&width=desktop',
    ]) {
      const page = await open(query, width, 'light');
      expect(await overflow(page), query).toBeLessThanOrEqual(0);
    }
  },
);

describe.each(['light', 'dark'] as const)('%s', scheme => {
  test('axe finds nothing, whatever tab is open', async () => {
    const page = await open('?lang=en', 1440, scheme);
    await page.getByRole('tab', { name: 'Angular' }).waitFor();
    await page.locator('#playground details').evaluateAll(all => {
      for (const details of all) (details as HTMLDetailsElement).open = true;
    });
    expect(await violations(page)).toEqual([]);
    await page.getByRole('tab', { name: 'States' }).click();
    await page.getByRole('button', { name: 'Offline' }).last().click();
    expect(await violations(page)).toEqual([]);
    await page.locator('[data-state=done]').click();
    await page.getByText('There: done.').waitFor();
    for (const name of ['Events', 'Requests']) {
      await page.getByRole('tab', { name }).click();
      await page.getByRole('list', { name }).locator('summary').first().click();
      expect(await violations(page)).toEqual([]);
    }
  });

  test.each(['playful', 'high-contrast', 'github', 'material', 'shadcn'])(
    'axe finds nothing in the theme %s, errors among it',
    async theme => {
      const page = await open(`?lang=en&theme=${theme}`, 768, scheme);
      expect(await violations(page)).toEqual([]);
      await page.getByRole('tab', { name: 'States' }).click();
      await page.locator('[data-state=wrong-code]').click();
      await page.getByText('There: code, code_invalid.').waitFor();
      expect(await violations(page)).toEqual([]);
    },
  );

  test.each(['inline', 'dialog'])('axe finds nothing, %s and on a tablet', async place => {
    const page = await open(
      `?lang=en&width=tablet&place=${place}&preview=${scheme === 'dark' ? 'light' : 'dark'}`,
      1440,
      scheme,
    );
    expect(await violations(page)).toEqual([]);
  });
});

test.each(pages)('axe finds nothing in %s, light and dark', async name => {
  // The policy of the page keeps out what is put into it; axe comes as a file would.
  const page = await open(`demo/${name}`, 320, 'light');
  if (name.startsWith('examples')) await page.getByText('How it is made').click();
  expect(await violations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await violations(page)).toEqual([]);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
});
