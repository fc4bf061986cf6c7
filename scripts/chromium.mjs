/**
 * Finds a browser of the Chromium family for the tests: `CHROMIUM_PATH`, one on PATH, or Playwright's own.
 * Run as a program (`node scripts/chromium.mjs`, before `npm test`) it installs one where there is none, and says so.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'brave-browser',
];

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @returns {string | undefined} the path of a browser */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (!isExecutable(named)) throw new Error(`CHROMIUM_PATH names no program: ${named}`);
    return named;
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = names.flatMap(name => folders.map(folder => join(folder, name))).find(isExecutable);
  const installed = [
    onPath,
    chromium.executablePath(),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ];
  return installed.find(path => path !== undefined && path !== '' && isExecutable(path));
}

/**
 * What a test browser need not do. The first two are pages of the browser's own, loaded afresh for each window while ours
 * is tested or timed. The others repeat what Playwright turns off for the sake of tests: the last list given counts.
 */
const disabledFeatures = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
];

/** Flags that keep a test browser from calling home, and let it start as root (as in a container). */
export const chromiumFlags = [
  `--disable-features=${disabledFeatures.join()}`,
  '--disable-background-networking',
  '--disable-component-update',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

function install() {
  const isRootOnDebian =
    process.getuid?.() === 0 &&
    existsSync('/etc/os-release') &&
    /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'));
  const commands = isRootOnDebian
    ? [
        ['apt-get', 'update', '-qq'],
        ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-color-emoji'],
      ]
    : [['npx', '--yes', 'playwright', 'install', 'chromium']];
  for (const [program = '', ...args] of commands) {
    console.log(`No Chromium here: running "${program} ${args.join(' ')}"`);
    const { status } = spawnSync(program, args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (status !== 0) throw new Error(`"${program} ${args.join(' ')}" failed; set CHROMIUM_PATH instead`);
  }
}

if (process.argv[1] && import.meta.url.endsWith(process.argv[1].replaceAll('\\', '/'))) {
  if (!findChromium()) install();
  const path = findChromium();
  if (!path) throw new Error('No browser of the Chromium family was found; set CHROMIUM_PATH');
  const version = execFileSync(path, ['--version'], { stdio: ['ignore', 'pipe', 'ignore'] });
  console.log(`Browser tests run in ${String(version).trim()} (${path})`);
}
