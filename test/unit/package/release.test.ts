/** A release says where it is from, by one setting, and none is made without it. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkVersion, publishedManifest, publishedPage, repositoryOf } from '../../../scripts/release.mjs';

const repository = 'https://github.com/some-one/phone-sign-in';

test('without the setting nothing is published, and the reason is said', () => {
  const env = { ...process.env, PUBLISHER_REPOSITORY: undefined };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/release.mjs', '--dry-run'], {
    env,
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toMatch(/^PUBLISHER_REPOSITORY is not set: .*\n$/);
});

test.each([
  '',
  'some-one/phone-sign-in',
  'http://github.com/some-one/phone-sign-in',
  `${repository}/`,
  `${repository}.git`,
  'https://git.example/some-one/phone-sign-in',
])('%j is no repository that npm can trace a release to', address => {
  expect(() => repositoryOf({ PUBLISHER_REPOSITORY: address })).toThrow('PUBLISHER_REPOSITORY');
});

test('a workflow of another repository does not release', () => {
  const env = { PUBLISHER_REPOSITORY: repository, GITHUB_SERVER_URL: 'https://github.com' };
  expect(() => repositoryOf({ ...env, GITHUB_REPOSITORY: 'a-fork/phone-sign-in' })).toThrow('a-fork');
  expect(repositoryOf({ ...env, GITHUB_REPOSITORY: 'Some-One/phone-sign-in' })).toBe(repository);
});

test('the version is the tag’s, and the changelog knows it and its day', () => {
  const changelog = '# Changelog\n\n## 1.2.3, 2026-11-29\n';
  const tagged = (name: string) => ({ GITHUB_REF_TYPE: 'tag', GITHUB_REF_NAME: name });
  expect(() => checkVersion('1.2.3', changelog, tagged('v1.2.3'))).not.toThrow();
  expect(() => checkVersion('1.2.3-rc.0', changelog, {})).not.toThrow();
  expect(() => checkVersion('1.2.3', changelog, tagged('v1.2.4'))).toThrow('The tag is v1.2.4');
  expect(() => checkVersion('1.2.4', changelog, {})).toThrow('"## 1.2.4, ');
  expect(() => checkVersion('1.2.3', '## 1.2.3\n', {})).toThrow('"## 1.2.3, ');
});

test('package.json has no address of its own, and gets all from the setting', () => {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, unknown>;
  expect(Object.keys(manifest)).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/repository|homepage|bugs/)]),
  );
  expect(publishedManifest(manifest, repository)).toEqual({
    ...manifest,
    repository: { type: 'git', url: `git+${repository}.git` },
    homepage: `${repository}#readme`,
    bugs: `${repository}/issues`,
  });
});

test('every link of the README leads somewhere from npm’s page, to the release’s own state', () => {
  const readme = publishedPage(readFileSync('README.md', 'utf8'), repository, 'v1.2.3');
  const links = [...readme.matchAll(/(!?)\[[^\]]*\]\(([^)\s]+)\)/g)];
  expect(links.length).toBeGreaterThan(30);
  const inside = (href: string) => href.startsWith(`${repository}/`);
  expect(links.map(([, , href = '']) => href).filter(href => !/^(https:|#)/.test(href))).toEqual([]);
  for (const [, picture, href = ''] of links.filter(([, , href = '']) => inside(href))) {
    const [, view, path = ''] = /\/(raw|blob)\/v1\.2\.3\/([^#]+)/.exec(href) ?? [];
    expect.soft(existsSync(path), href).toBe(true);
    expect.soft(view).toBe(picture ? 'raw' : 'blob');
  }
});
