/**
 * Part of `npm run lint`: the subject of a commit has at most 72 characters (CONTRIBUTING.md). Looks at the commits after
 * the one that the rule came with. Where that is not known (no git, a shallow clone, a package) there is nothing to say.
 */
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

const longest = 72;
const firstCommit = '7cd30b3530a8935c6181ce8e66d7c4586b577853';

/**
 * @param {string} cwd
 * @param {string} [since] the commit before the first that is looked at
 * @returns {string[]} hash and subject of each commit whose subject is too long
 */
export function longSubjects(cwd, since = firstCommit) {
  let log;
  try {
    execFileSync('git', ['merge-base', '--is-ancestor', since, 'HEAD'], { cwd, stdio: 'ignore' });
    log = execFileSync('git', ['log', '--no-merges', '--format=%h %s', `${since}..HEAD`], {
      cwd,
      encoding: 'utf8',
    });
  } catch {
    return [];
  }
  return log.split('\n').filter(line => [...line.slice(line.indexOf(' ') + 1)].length > longest);
}

if (import.meta.filename === resolve(process.argv[1] ?? '')) {
  const found = longSubjects(resolve(import.meta.dirname, '..'));
  for (const line of found) console.error(`More than ${longest} characters: ${line}`);
  if (found.length) process.exitCode = 1;
}
