/** The files of a page of docs/frameworks as a project outside the repository, with the packed package in it. */
import { execFile, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { packPackage } from '../consumers/site.js';

const run = promisify(execFile);

/** File → text: each stands under its name, in backticks at the head of a paragraph. */
export function filesOf(page: string): [name: string, text: string][] {
  const text = readFileSync(join(import.meta.dirname, '../../docs/frameworks', page), 'utf8');
  return [...text.matchAll(/^`([\w./[\]-]+)`(?:: [^\n]+(?:\n[^\n]+)*)?\n\n```\w+\n(.*?)^```/gms)].map(
    ([, name = '', code = '']) => [name, code],
  );
}

export interface Project {
  readonly folder: string;
  /** Runs a program of its packages. Rejects with what it has said. */
  tool(name: string, ...args: string[]): Promise<string>;
  remove(): void;
}

/** Installs what `test/frameworks/<name>` pins, then the package as it is built here. */
export async function makeProject(name: string): Promise<Project> {
  const folder = mkdtempSync(join(tmpdir(), `phone-sign-in-${name}-`));
  const env = { ...process.env, NODE_ENV: 'production', VITEST: '', NEXT_TELEMETRY_DISABLED: '1' };
  async function command(program: string, args: string[], more = {}): Promise<string> {
    try {
      return (await run(program, args, { cwd: folder, env: { ...env, ...more }, maxBuffer: 1e8 })).stdout;
    } catch (error) {
      const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
      throw new Error(`${program} ${args.join(' ')}:\n${stdout}\n${stderr}`, { cause: error });
    }
  }
  for (const file of ['package.json', 'package-lock.json', 'tsconfig.json'])
    cpSync(join(import.meta.dirname, name, file), join(folder, file));
  for (const [file, text] of filesOf(`${name}.md`)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const quiet = ['--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error', '--ignore-scripts'];
  const withTools = { NODE_ENV: 'development' };
  await command('npm', ['ci', ...quiet], withTools);
  await command('npm', ['install', '--no-save', ...quiet, await packPackage(folder)], withTools);
  return {
    folder,
    tool: (tool, ...args) => command(join(folder, 'node_modules/.bin', tool), args),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Starts a server of the project. Its secret is made; `newestCode` is the last that it has printed for a number. */
export function startServer({ folder }: Project, tool: string, ...args: string[]) {
  const child = spawn(join(folder, 'node_modules/.bin', tool), args, {
    cwd: folder,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      VITEST: '',
      PHONE_SECRET: 'the secret of a page of the docs, long',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const codes = new Map<string, string>();
  createInterface({ input: child.stdout }).on('line', line => {
    const [, phone = '', code = ''] = /^(\+\d+) (\d{6})$/.exec(line) ?? [];
    if (code) codes.set(phone, code);
  });
  return { newestCode: (phone: string) => codes.get(phone), stop: () => void child.kill() };
}
