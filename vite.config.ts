import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type TestProjectConfiguration } from 'vitest/config';
import { envPrefix, phoneDemo } from './demo/vite-plugin.js';
import { chromiumFlags, findChromium } from './scripts/chromium.mjs';

const pagesIn = (folder: string) =>
  readdirSync(`${import.meta.dirname}/${folder}`)
    .filter(name => name.endsWith('.html'))
    .map(name => `${folder}/${name}`);
const executablePath = process.env.VITEST ? findChromium() : undefined;

/** Pages that are looked at in many ways: minutes, all told. They run with `npm run test:more`. */
const longWalks = [
  'test/e2e/demo-{channels,examples,first-screen,logs,look,themes,playground,preview,shift,states}.test.ts',
  'test/e2e/console{,-*}.test.ts',
  'test/e2e/{backends,backends-pages,static-demo}.test.ts',
  'test/e2e/logto-*.test.ts',
];

/** Two are no more than two cores bear: much of an end-to-end test is waiting. */
const maxWorkers = Math.max(2, availableParallelism() - 1);

/** What a loaded machine needs for a chunk that nothing fetched before; a poll that comes true waits no longer. */
const expect = { poll: { timeout: 15_000 } };

/** The demo's themes are read as they are; Vitest would hand out empty style sheets. */
const css = { include: [/demo\/themes\//] };

const inBrowser = (name: string, include: string[], everyLanguage: boolean) =>
  ({
    extends: true,
    optimizeDeps: {
      include: ['lit', 'lit/directives/live.js', '@open-wc/testing/pure', 'axe-core'],
    },
    test: {
      name,
      include,
      provide: { everyLanguage },
      expect,
      setupFiles: ['test/setup.ts'],
      testTimeout: 60_000,
      // No test may lean on what another one has fetched or left behind. A failed order comes again by its seed.
      sequence: { shuffle: { files: false, tests: true } },
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({
          launchOptions: { args: chromiumFlags, ...(executablePath && { executablePath }) },
        }),
        instances: [{ browser: 'chromium' as const }],
      },
    },
  }) satisfies TestProjectConfiguration;

export default defineConfig({
  plugins: process.env.VITEST ? [] : [phoneDemo()],
  clearScreen: false,
  base: './',
  envPrefix,
  build: {
    outDir: 'dist-demo',
    assetsInlineLimit: 0,
    rollupOptions: {
      input: [
        'index.html',
        'demo/languages.html',
        'demo/console/index.html',
        ...pagesIn('demo/examples'),
        ...pagesIn('demo/backends'),
        ...pagesIn('demo/probes'),
      ],
    },
  },
  test: {
    maxWorkers,
    projects: [
      {
        test: {
          name: 'unit',
          expect,
          css,
          include: ['test/unit/**/*.test.ts', 'test/contract/**/*.test.ts'],
          environment: 'node',
          setupFiles: ['test/setup.ts'],
          // Some go through every country or language, or build the whole: seconds of work, and minutes on a busy machine.
          testTimeout: 180_000,
        },
      },
      inBrowser('browser', ['test/browser/**/*.test.ts'], false),
      // The same walks once more, through all languages: minutes (`npm run test:more`).
      inBrowser('languages', ['test/browser/{layout,accessibility}.test.ts'], true),
      {
        test: {
          name: 'e2e',
          expect,
          css,
          include: ['test/e2e/**/*.test.ts'],
          exclude: longWalks,
          environment: 'node',
          setupFiles: ['test/setup.ts'],
          testTimeout: 90_000,
          hookTimeout: 60_000,
        },
      },
      {
        // Minutes each, and they assert times: run one by one (`npm run test:race` …), never in the quick tier.
        test: {
          name: 'server',
          expect,
          include: ['test/server/**/*.test.ts'],
          environment: 'node',
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'clients',
          expect,
          include: ['test/clients/*.test.ts'],
          environment: 'node',
          setupFiles: ['test/setup.ts'],
          testTimeout: 90_000,
        },
      },
      {
        // Starts Firebase's own emulator: seconds, and a minute on a busy machine.
        test: {
          name: 'firebase',
          expect,
          include: ['test/firebase-emulator/*.test.ts'],
          environment: 'node',
          setupFiles: ['test/setup.ts'],
          testTimeout: 90_000,
          hookTimeout: 150_000,
        },
      },
      {
        // Each installs a framework and builds with it: a minute, and some on a busy machine.
        test: {
          name: 'frameworks',
          expect,
          include: ['test/frameworks/*.test.ts'],
          environment: 'node',
          fileParallelism: false,
          setupFiles: ['test/setup.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'more',
          expect,
          css,
          include: ['test/more/**/*.test.ts', ...longWalks],
          environment: 'node',
          setupFiles: ['test/setup.ts'],
          // Compilers and bundlers of others, two at a time.
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
