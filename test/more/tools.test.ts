/**
 * The packed package under the tools that read packages, and the examples of docs/embed.md under the compilers of their
 * frameworks. `npm run build` comes first.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { examplesOf } from '../consumers/docs.js';
import { serve } from '../consumers/serve.js';
import { makeSite, packPackage, type Site } from '../consumers/site.js';
import { launchBrowser, openPage } from '../e2e/browser.js';

const tools = join(import.meta.dirname, '../consumers/node_modules');

/** By their paths: all three have the same name. */
const tsc = 'typescript/bin/tsc';
const compilers = [tsc, 'typescript-6/bin/tsc', 'typescript-7/bin/tsc'];

let site: Site;
let tarball: string;

beforeAll(async () => {
  site = await makeSite();
  tarball = await packPackage(site.folder);
});

afterAll(() => site?.remove());

const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;

describe('the package', () => {
  test('publint finds nothing', async () => {
    expect(await site.tool('.', 'publint', 'node_modules/phone-sign-in', '--strict')).toContain('All good');
  });

  test('types resolve as they run, for whoever has ES modules', async () => {
    // Data and a style sheet are no modules to resolve.
    const data = [
      'before.css',
      'ssr/phone-sign-in.css',
      'ssr/phone-number-field.css',
      'ssr/phone-country-picker.css',
      'custom-elements.json',
      'vscode.html-custom-data.json',
      'vscode.css-custom-data.json',
    ];
    const options = ['--profile', 'esm-only', '--quiet', '--exclude-entrypoints', ...data];
    // Its exit code says what it found.
    await site.tool('.', 'attw', tarball, ...options);
  });

  test('its custom elements manifest is of the published format', () => {
    const validate = new Ajv({ schemaId: 'auto' }).compile(
      readJson(join(tools, 'custom-elements-manifest/schema.json')),
    );
    validate(readJson(join(site.packageFolder, 'dist/custom-elements.json')));
    expect(validate.errors).toBeNull();
  });
});

describe('the typed tags', () => {
  const options = {
    target: 'es2022',
    module: 'esnext',
    moduleResolution: 'bundler',
    strict: true,
    exactOptionalPropertyTypes: true,
    // Ours are checked as well.
    skipLibCheck: false,
    noEmit: true,
    types: [],
    jsx: 'react-jsx',
    verbatimModuleSyntax: true,
  };

  function project(
    name: string,
    files: Record<string, string>,
    more: object = {},
    beside: object = {},
  ): void {
    const folder = site.add('types');
    for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
    const config = { compilerOptions: { ...options, ...more }, files: Object.keys(files), ...beside };
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(config));
  }

  /** The same example with a mistake in it: what a checker that looks must find. */
  const mistaken = (code: string) => code.replace(`['GB', 'IE']`, `['GB', 'Ireland']`);

  interface Checker {
    heading: string;
    language: string;
    command: [string, ...string[]];
    /** Of `compilerOptions`. */
    more?: object;
    /** Beside them. */
    beside?: object;
  }

  const checkers: Record<string, Checker> = {
    React: { heading: 'React 19', language: 'tsx', command: [tsc, '--project', 'React.json'] },
    Preact: {
      heading: 'Preact',
      language: 'tsx',
      command: [tsc, '--project', 'Preact.json'],
      more: { jsxImportSource: 'preact' },
    },
    Solid: {
      heading: 'Solid',
      language: 'tsx',
      command: [tsc, '--project', 'Solid.json'],
      // Its own declarations are not for `exactOptionalPropertyTypes`.
      more: { jsx: 'preserve', jsxImportSource: 'solid-js' },
    },
    Vue: {
      heading: 'Vue',
      language: 'vue',
      command: ['vue-tsc', '--project', 'Vue.json'],
      more: { jsx: 'preserve' },
      beside: { vueCompilerOptions: { strictTemplates: true } },
    },
    Svelte: {
      heading: 'Svelte',
      language: 'svelte',
      command: [
        'svelte-check',
        '--tsconfig',
        './Svelte.json',
        '--fail-on-warnings',
        '--threshold',
        'warning',
      ],
    },
  };

  test.each(Object.entries(checkers))(
    '%s knows attributes, properties and events',
    async (name, { heading, language, command: [tool, ...args], more, beside }) => {
      const examples = examplesOf('docs/embed.md', language, heading);
      expect(examples).not.toEqual([]);
      for (const example of examples) {
        const file = `SignIn.${language}`;
        project(name, { [file]: example }, more, beside);
        await site.tool('types', tool, ...args);
        project(name, { [file]: mistaken(example) }, more, beside);
        await expect(site.tool('types', tool, ...args)).rejects.toThrow(/Ireland/);
      }
    },
    180_000,
  );

  test.each(compilers)('registering the elements types their events and claims, in %s', async compiler => {
    const code = (claim: string) => `
      import 'phone-sign-in/define';
      const signIn = document.querySelector('phone-sign-in')!;
      signIn.addEventListener('phone-verified', ({ outcome, phone }) => console.log(${claim}, phone));
      document.querySelector('phone-number-field')!.addEventListener('phone-number-change', ({ value }) => console.log(value));
      document.querySelector('phone-code-field')!.addEventListener('phone-code-complete', ({ code }) => console.log(code));`;
    project('events', { 'events.ts': code('outcome.claims?.phone') });
    await site.tool('types', compiler, '--project', 'events.json');
    // Not every sign-in ends with claims.
    project('events', { 'events.ts': code('outcome.claims.phone') });
    await expect(site.tool('types', compiler, '--project', 'events.json')).rejects.toThrow(/TS18048/);
    project('events', { 'events.ts': code('outcome.claim') });
    await expect(site.tool('types', compiler, '--project', 'events.json')).rejects.toThrow(/TS2551|TS2339/);
  });

  test('Angular’s own compiler takes the example', async () => {
    const [example = ''] = examplesOf('docs/embed.md', 'ts', 'Angular');
    project(
      'angular',
      { 'sign-in.ts': example },
      { experimentalDecorators: true, noEmit: false, outDir: 'out', skipLibCheck: true },
    );
    await site.tool('types', 'ngc', '--project', 'angular.json');
    // Of the element, not of the template: nothing checks that.
    project(
      'angular',
      { 'sign-in.ts': example.replace('nativeElement.reset()', 'nativeElement.restart()') },
      { experimentalDecorators: true, noEmit: false, outDir: 'out', skipLibCheck: true },
    );
    await expect(site.tool('types', 'ngc', '--project', 'angular.json')).rejects.toThrow(/restart/);
  });
});

test('screens of one’s own, as docs/embed.md draws them, sign in', async () => {
  const [page = ''] = examplesOf('docs/embed.md', 'html', 'Screens of your own');
  const folder = site.add('own');
  writeFileSync(join(folder, 'index.html'), page);
  await site.tool('own', 'vite', 'build');
  const server = await serve(site, join(folder, 'dist'));
  let browser: Browser | undefined;
  try {
    browser = await launchBrowser();
    const visitor = await openPage(browser);
    await visitor.goto(server.address);
    await visitor.getByLabel('Phone number').fill('+44 7400 128001');
    await visitor.getByRole('button', { name: 'Text me a code' }).click();
    await visitor.getByLabel('Code').waitFor();
    // A reload comes back to it.
    await visitor.reload();
    await visitor.getByLabel('Code').fill(server.newestCode('+447400128001'));
    await visitor.getByRole('button', { name: 'Sign in' }).click();
    await visitor.getByText('You are signed in.').waitFor();
  } finally {
    await browser?.close();
    server.stop();
  }
});
