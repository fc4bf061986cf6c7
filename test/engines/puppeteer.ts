/** Chromium (over its own protocol) and Firefox (over WebDriver BiDi), through puppeteer-core. */
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { chromiumFlags } from '../../scripts/chromium.mjs';
import { until, type Engine, type Key, type Media, type Tab } from './driver.js';

/** Signals end the whole process (scripts/engines.mjs), and its end ends the browser. */
const common = { headless: true, handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };

export async function startChromium(executablePath: string): Promise<Engine> {
  // Cases follow one another in one process for their pages, which need not start anew each time.
  const args = [...chromiumFlags, '--process-per-site'];
  const browser = await puppeteer.launch({ ...common, executablePath, args });
  return engineOf(browser, 'chromium');
}

export async function startFirefox(executablePath: string): Promise<Engine> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    ...common,
    executablePath,
    // It starts as a person's does; that one says nothing to Mozilla.
    extraPrefsFirefox: { 'datareporting.policy.dataSubmissionEnabled': false },
  });
  return engineOf(browser, 'firefox');
}

async function engineOf(browser: Browser, name: 'chromium' | 'firefox'): Promise<Engine> {
  // Before puppeteer's own, of which one that fails keeps those of other browsers from being heard.
  process.prependOnceListener('exit', () => browser.process()?.kill('SIGKILL'));
  return {
    name,
    version: (await browser.version()).replace(/^.*\//, ''),
    can: what => what !== 'emulate' || name === 'chromium',
    async open() {
      // Firefox has a place for the storage of each case at no cost; in Chromium a new profile is half a second of work, and
      // there the port of each case's server keeps it apart.
      const context =
        name === 'firefox' ? await browser.createBrowserContext() : browser.defaultBrowserContext();
      const others = await context.pages();
      const page = await context.newPage();
      await page.setViewport({ width: 1000, height: 720 });
      // Tabs that run side by side all believe that the person is with them.
      if (name === 'chromium') {
        const session = await page.createCDPSession();
        await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
      }
      const opened = async () => (await context.pages()).filter(other => !others.includes(other));
      return tabOf(page, opened, async () => {
        if (name === 'firefox') return context.close();
        await Promise.all((await opened()).map(other => other.close()));
      });
    },
    close: () => browser.close(),
  };
}

/** `all`: this tab and those that it has opened. */
function tabOf(page: Page, all: () => Promise<Page[]>, close: () => Promise<void>): Tab {
  return {
    async goto(url) {
      await page.goto(url);
    },
    reload: async () => void (await page.reload()),
    // `goBack` waits for an event that a page out of the back-forward cache never has.
    back: () => page.evaluate(() => void setTimeout(() => history.back())),
    evaluate: (act, ...args) => page.evaluate(act as never, ...(args as unknown as never[])),
    async press(key: Key, modifier) {
      if (modifier) await page.keyboard.down(modifier);
      // Chromium's protocol leaves out what its window would have made of the keys.
      await page.keyboard.press(key, modifier === 'Control' ? { commands: [commands[key] ?? ''] } : {});
      if (modifier) await page.keyboard.up(modifier);
    },
    type: text => page.keyboard.type(text),
    click: (x, y, count = 1) => page.mouse.click(x, y, { count }),
    resize: (width, height, deviceScaleFactor = 1) => page.setViewport({ width, height, deviceScaleFactor }),
    screenshot: async () => Buffer.from(await page.screenshot({ optimizeForSpeed: true })),
    async opened() {
      let found: Page | undefined;
      await until(
        async () => (found = (await all()).find(other => other !== page)),
        () => 'another tab is open',
      );
      return tabOf(found!, all, () => found!.close());
    },
    offline: isOffline => page.setOfflineMode(isOffline),
    emulate: media => emulate(page, media),
    close,
  };
}

const commands: Partial<Record<Key, string>> = { c: 'Copy', v: 'Paste' };

/** Puppeteer itself knows no forced colours. */
async function emulate(
  page: Page,
  { dark, forcedColors, reducedMotion, moreContrast }: Media,
): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' },
      { name: 'forced-colors', value: forcedColors ? 'active' : 'none' },
      { name: 'prefers-reduced-motion', value: reducedMotion ? 'reduce' : 'no-preference' },
      { name: 'prefers-contrast', value: moreContrast ? 'more' : 'no-preference' },
    ],
  });
}
