/** The release up to the moment in which something would be sent. `npm run build` comes first. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { prepareRelease } from '../../scripts/release.mjs';

const repository = 'https://github.com/some-one/phone-sign-in';
/** Not that of a workflow in which this test runs. */
const env = { ...process.env, PUBLISHER_REPOSITORY: repository, GITHUB_REPOSITORY: '', GITHUB_REF_TYPE: '' };

test('npm publish --dry-run takes the package as the release makes it', () => {
  const program = ['scripts/release.mjs', '--dry-run', '--tag=next'];
  const { status, stderr } = spawnSync(process.execPath, program, { env, encoding: 'utf8' });
  expect(stderr).toContain('npm notice');
  // npm mends what is wrong in package.json, and says so.
  const warnings = stderr.split('\n').filter(line => /^npm (warn|error)/i.test(line));
  expect(warnings.filter(line => !line.includes('requires you to be logged in'))).toEqual([]);
  expect(stderr).toMatch(/Publishing to .* with tag next .*\(dry-run\)/);
  expect(stderr).toMatch(/dist\/define\.js/);
  expect(status).toBe(0);
}, 120_000);

test('in the package that is sent, every link leads into it or to the repository', () => {
  const folder = mkdtempSync(join(tmpdir(), 'phone-sign-in-release-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const target = prepareRelease(folder, env);
  const read = (name: string) => readFileSync(join(target, name), 'utf8');
  expect(JSON.parse(read('package.json'))).toMatchObject({ homepage: `${repository}#readme` });
  const links = ['README.md', 'CHANGELOG.md'].flatMap(name =>
    [...read(name).matchAll(/\]\(([^)\s]+)\)/g)].map(([, href = '']) => href),
  );
  expect(links.filter(href => !/^(https:|#)/.test(href) && !existsSync(join(target, href)))).toEqual([]);
}, 120_000);

test('npm publish by hand is sent to the release', () => {
  const { status, stderr } = spawnSync('npm', ['publish', '--dry-run'], { encoding: 'utf8' });
  expect(status).not.toBe(0);
  expect(stderr).toContain('Publish with: npm run release');
}, 60_000);
