import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openPage } from './browser.js';
import { browser, demo } from './demo-in-browser.js';
import { examples } from './examples.js';

test.each([
  ['Examples', 'demo/examples'],
  ['With what you already run', 'demo/backends'],
])('%s: every page is listed', async (name, folder) => {
  const page = await openPage(browser);
  await page.goto(demo.address);
  const region = page.getByRole('region', { name });
  // The page is shown when it is whole.
  await region.waitFor();
  const links = await region
    .getByRole('link')
    .evaluateAll(links => links.map(link => (link as HTMLAnchorElement).pathname));
  const files = readdirSync(join(import.meta.dirname, '../..', folder)).filter(file =>
    file.endsWith('.html'),
  );
  expect(links.toSorted()).toEqual(files.map(file => `/${folder}/${file}`).sort());
});

test('every example is tried here', () => {
  const files = readdirSync(join(import.meta.dirname, '../../demo/examples'));
  const pages = files.filter(file => file.endsWith('.html')).map(file => file.replace('.html', ''));
  expect(Object.keys(examples).toSorted()).toEqual(pages.sort());
});

test.each(Object.entries(examples))('%s', async (name, act) => {
  const page = await openPage(browser);
  await page.goto(`${demo.address}demo/examples/${name}.html`);
  await act(page);
  await page.getByText('How it is made').click();
  await page
    .getByRole('group', { name: `${name}.ts` })
    .getByText('standIn')
    .first()
    .waitFor();
});
