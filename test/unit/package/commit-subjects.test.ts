/** `npm run lint` knows a commit's subject that is too long, and needs no history. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { longSubjects } from '../../../scripts/commit-subjects.mjs';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'commits-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const git = (cwd: string, ...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();

/** A history of these subjects, the oldest first; answers the hash of the oldest. */
function commit(cwd: string, ...subjects: string[]): string {
  git(cwd, 'init', '--quiet');
  for (const subject of subjects) git(cwd, 'commit', '--quiet', '--allow-empty', '-m', subject);
  return git(cwd, 'rev-list', '--max-parents=0', 'HEAD');
}

test('a subject of 73 characters is found, one of 72 is not, nor one from before the rule', () => {
  const since = commit(folder, 'b'.repeat(100), `flow: ${'ä'.repeat(66)}`, 'x'.repeat(73));
  expect(longSubjects(folder, since)).toEqual([expect.stringMatching(/^[0-9a-f]+ x{73}$/)]);
});

test('a clone without the history has nothing to say', () => {
  const whole = join(folder, 'whole');
  mkdirSync(whole);
  const since = commit(whole, 'first', 'x'.repeat(73));
  git(folder, 'clone', '--quiet', '--depth=1', `file://${whole}`, 'shallow');
  expect(longSubjects(join(folder, 'shallow'), since)).toEqual([]);
  expect(longSubjects(whole, since), 'the whole one has').toHaveLength(1);
});

test('a folder without git has nothing to say', () => {
  expect(longSubjects(folder)).toEqual([]);
});
