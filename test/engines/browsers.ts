/** Which of the three engines are installed here, and how each is started. */
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findChromium } from '../../scripts/chromium.mjs';
import type { Engine, EngineName } from './driver.js';
import { startChromium, startFirefox } from './puppeteer.js';
import { startWebKit } from './webdriver.js';

/** How to start an engine, or what is missing for it. */
export type Found = { start: () => Promise<Engine> } | { missing: string };

export function findEngine(name: EngineName): Found {
  switch (name) {
    case 'chromium': {
      const path = findChromium();
      return path
        ? { start: () => startChromium(path) }
        : { missing: 'no browser of the Chromium family (set CHROMIUM_PATH)' };
    }
    case 'firefox': {
      const path = process.env.FIREFOX_PATH ?? onPath('firefox-esr', 'firefox');
      return path
        ? { start: () => startFirefox(path) }
        : { missing: 'no Firefox (set FIREFOX_PATH; Debian: firefox-esr)' };
    }
    case 'webkit': {
      const driver = onPath('WebKitWebDriver');
      const screen = onPath('Xvfb');
      const browser = miniBrowser();
      return driver && screen && browser
        ? { start: () => startWebKit({ driver, screen, browser }) }
        : { missing: 'no WebKitWebDriver, MiniBrowser or Xvfb (Debian: webkit2gtk-driver xvfb)' };
    }
  }
}

function onPath(...names: string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return names.flatMap(name => folders.map(folder => join(folder, name))).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function miniBrowser(): string | undefined {
  if (!existsSync('/usr/lib')) return undefined;
  return readdirSync('/usr/lib')
    .map(triplet => `/usr/lib/${triplet}/webkit2gtk-4.1/MiniBrowser`)
    .find(isExecutable);
}
