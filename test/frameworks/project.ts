/** The files of a page of docs/frameworks as a project outside the repository, with the packed package in it. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { packPackage } from '../consumers/site.js';

const run = promisify(execFile);

/** File → text: each stands under its name, in backticks at the head of a paragraph. */
export function filesOf(page: string): [name: string, text: string][] {
  const text = readFileSync(join(import.meta.dirname, '../../docs/frameworks', page), 'utf8');
  return [...text.matchAll(/^`([\w./[\]$+-]+)`(?:: [^\n]+(?:\n[^\n]+)*)?\n\n```\w+\n(.*?)^```/gms)].map(
    ([, name = '', code = '']) => [name, code],
  );
}

export interface Server {
  /** The last code that it has printed for a number. */
  newestCode(phone: string): string | undefined;
  stop: () => Promise<void>;
}

export interface Project {
  readonly folder: string;
  /** Runs a program of its packages, or Node. Rejects with what it has said. */
  tool(name: string, ...args: string[]): Promise<string>;
  /** Starts a server in the same way, with a secret. It is told where it is as most are: `HOST`, `PORT`, `ORIGIN`. */
  start(port: number, name: string, ...args: string[]): Server;
  remove(): void;
}

/** Installs what `test/frameworks/<name>` pins, then the package as it is built here. `node`: the program that its tools run on. */
export async function makeProject(name: string, node = process.execPath): Promise<Project> {
  const folder = mkdtempSync(join(tmpdir(), `phone-sign-in-${name}-`));
  const PATH = [join(folder, 'node_modules/.bin'), dirname(node), process.env['PATH']].join(delimiter);
  const quietly = { NEXT_TELEMETRY_DISABLED: '1', ASTRO_TELEMETRY_DISABLED: '1', NG_CLI_ANALYTICS: 'false' };
  const env = { ...process.env, ...quietly, PATH, NODE_ENV: 'production', VITEST: '' };
  async function command(program: string, args: string[], more = {}): Promise<string> {
    try {
      return (await run(program, args, { cwd: folder, env: { ...env, ...more }, maxBuffer: 1e8 })).stdout;
    } catch (error) {
      const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
      throw new Error(`${program} ${args.join(' ')}:\n${stdout}\n${stderr}`, { cause: error });
    }
  }
  cpSync(join(import.meta.dirname, name), folder, { recursive: true });
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
    tool: (tool, ...args) => command(tool, args),
    start(port, tool, ...args) {
      const secret = { PHONE_SECRET: 'the secret of a page of the docs, long' };
      const child = spawn(tool, args, {
        cwd: folder,
        env: { ...env, ...secret, HOST: '127.0.0.1', PORT: String(port), ORIGIN: `http://127.0.0.1:${port}` },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const closed = once(child, 'close');
      const codes = new Map<string, string>();
      createInterface({ input: child.stdout }).on('line', line => {
        const [, phone = '', code = ''] = /^(\+\d+) (\d{6})$/.exec(line) ?? [];
        if (code) codes.set(phone, code);
      });
      return {
        newestCode: phone => codes.get(phone),
        stop: async () => {
          child.kill();
          await closed;
        },
      };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
