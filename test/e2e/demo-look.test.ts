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

test('in forced colours what is chosen is marked, and a call covers the messages', async () => {
  const page = await openPage(browser, {
    viewport: { width: 1440, height: 900 },
    forcedColors: 'active',
    reducedMotion: 'reduce',
  });
  await page.goto(`${demo.address}?lang=en`);
  await page.getByRole('tab', { name: 'States' }).click();
  for (const chosen of [
    '.segmented label:has(:checked)',
    '[role=tab][aria-selected=true]',
    '.chip[aria-pressed=true]',
  ]) {
    if (chosen.startsWith('.chip')) await page.getByRole('button', { name: 'Offline' }).last().click();
    expect(await plate(page, chosen), chosen).not.toBe(await plate(page, 'body'));
  }

  for (const name of ['by-whatsapp', 'by-call']) {
    await page.locator(`[data-state=${name}]`).click();
    await page.getByText('There: code.').waitFor();
  }
  const call = page.locator('#call');
  await call.getByRole('button', { name: 'Answer' }).waitFor();
  const seen = await call.screenshot();
  await page.locator('#phone .messages').evaluate(element => (element.style.visibility = 'hidden'));
  expect(seen.equals(await call.screenshot())).toBe(true);
});

/** The commonest colour in the picture of an element. */
async function plate(page: Page, selector: string): Promise<string> {
  const png = (await page.locator(selector).filter({ visible: true }).first().screenshot()).toString(
    'base64',
  );
  return page.evaluate(async png => {
    const bytes = Uint8Array.from(atob(png), letter => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes]));
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const counts = new Map<string, number>();
    for (let at = 0; at < data.length; at += 4) {
      const colour = data.slice(at, at + 3).join();
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
    return [...counts].sort(([, one], [, other]) => other - one)[0]![0];
  }, png);
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
