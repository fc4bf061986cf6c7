/**
 * `npm run release`: publishes what `npm run build` made. Where the project lives is one setting, `PUBLISHER_REPOSITORY`; the
 * published package.json and pages get their addresses from it, in a folder apart, so nothing in the repository changes.
 * Refuses without it: npm's provenance needs it. Words after `--` go to `npm publish`; `--dry-run` sends nothing.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');

/** What stops a release, in words for the person who runs it. */
class Refused extends Error {}

/** @param {NodeJS.ProcessEnv} env @returns {string} the repository's address, with nothing after the name */
export function repositoryOf(env) {
  const address = env.PUBLISHER_REPOSITORY;
  if (!address)
    throw new Refused(
      'PUBLISHER_REPOSITORY is not set: the address of the repository, as https://github.com/<owner>/<name>. ' +
        'npm checks it against where the release runs (provenance).',
    );
  // npm's provenance knows GitHub's workflows, and .github/ is written for them.
  if (!/^https:\/\/github\.com\/[\w.-]+\/[\w.-]+(?<!\.git)$/.test(address))
    throw new Refused(`PUBLISHER_REPOSITORY is not https://github.com/<owner>/<name>: ${address}`);
  const here = env.GITHUB_REPOSITORY && `${env.GITHUB_SERVER_URL}/${env.GITHUB_REPOSITORY}`;
  if (here && here.toLowerCase() !== address.toLowerCase())
    throw new Refused(`PUBLISHER_REPOSITORY is ${address}, and this runs in ${here}: npm would refuse it.`);
  return address;
}

/** @param {string} version @param {string} changelog @param {NodeJS.ProcessEnv} env */
export function checkVersion(version, changelog, env) {
  if (env.GITHUB_REF_TYPE === 'tag' && env.GITHUB_REF_NAME !== `v${version}`)
    throw new Refused(`The tag is ${env.GITHUB_REF_NAME}, and package.json says ${version}.`);
  const [stable = version] = version.split('-');
  const heading = new RegExp(`^## ${stable.replaceAll('.', '\\.')}, \\d{4}-\\d{2}-\\d{2}$`, 'm');
  if (!heading.test(changelog))
    throw new Refused(`CHANGELOG.md has no heading "## ${stable}, <year>-<month>-<day>".`);
}

/** @param {Record<string, unknown>} manifest @param {string} repository */
export function publishedManifest(manifest, repository) {
  return {
    ...manifest,
    repository: { type: 'git', url: `git+${repository}.git` },
    homepage: `${repository}#readme`,
    bugs: `${repository}/issues`,
  };
}

/**
 * A page as npm shows it: what leads into the repository leads to the release's own state there.
 *
 * @param {string} page @param {string} repository @param {string} tag
 */
export function publishedPage(page, repository, tag) {
  return page.replace(/(!?)(\[[^\]]*\])\((?![a-z]+:|#)([^)\s]+)\)/g, (_, picture, text, path) => {
    const view = picture ? 'raw' : 'blob';
    return `${picture}${text}(${repository}/${view}/${tag}/${path})`;
  });
}

/**
 * Makes the folder that is published.
 *
 * @param {string} folder @param {NodeJS.ProcessEnv} env @returns {string} the package in it
 */
export function prepareRelease(folder, env) {
  const repository = repositoryOf(env);
  const read = (/** @type {string} */ path) => readFileSync(path, 'utf8');
  /** @type {unknown} */
  const json = JSON.parse(read(join(root, 'package.json')));
  const manifest = /** @type {{ version: string }} */ (json);
  checkVersion(manifest.version, read(join(root, 'CHANGELOG.md')), env);

  const args = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
  /** @type {unknown} */
  const packed = JSON.parse(execFileSync('npm', args, { cwd: root, encoding: 'utf8' }));
  const [{ filename }] = /** @type {[{ filename: string }]} */ (packed);
  execFileSync('tar', ['-xzf', filename], { cwd: folder });
  const target = join(folder, 'package');
  writeFileSync(
    join(target, 'package.json'),
    `${JSON.stringify(publishedManifest(manifest, repository), null, 2)}\n`,
  );
  for (const name of ['README.md', 'CHANGELOG.md']) {
    const page = join(target, name);
    writeFileSync(page, publishedPage(read(page), repository, `v${manifest.version}`));
  }
  return target;
}

if (import.meta.filename === resolve(process.argv[1] ?? '')) {
  const folder = mkdtempSync(join(tmpdir(), 'phone-sign-in-release-'));
  try {
    const target = prepareRelease(folder, process.env);
    // It is built: its own scripts are the repository's.
    const args = ['publish', target, '--ignore-scripts', ...process.argv.slice(2)];
    execFileSync('npm', args, { stdio: 'inherit' });
  } catch (error) {
    if (error instanceof Refused) console.error(error.message);
    else if (!(error instanceof Error && 'status' in error)) throw error;
    process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
