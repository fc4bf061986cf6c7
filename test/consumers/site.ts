/**
 * A folder outside the repository with the packed package in it, as `npm install` puts it there. The bundlers stand one
 * folder above (test/consumers/node_modules), so that no project finds anything of ours but the package.
 */
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '../..');
const tools = join(import.meta.dirname, 'node_modules');

const run = promisify(execFile);

export interface Site {
  readonly folder: string;
  /** Where the installed package is. */
  readonly packageFolder: string;
  /** Makes a folder, with the project of that name where one is beside this file, and answers where. */
  add(project: string): string;
  /** Runs a tool of `test/consumers` in a project: by its name, or by its path in `node_modules`. */
  tool(project: string, name: string, ...args: string[]): Promise<string>;
  remove(): void;
}

/** `npm pack` of what is built (`npm run build` comes first). */
export async function packPackage(to: string): Promise<string> {
  const args = ['pack', '--ignore-scripts', '--json', '--pack-destination', to];
  const { stdout } = await run('npm', args, { cwd: root });
  const [packed] = JSON.parse(stdout) as [{ filename: string }];
  return join(to, packed.filename);
}

export async function makeSite(...packages: string[]): Promise<Site> {
  if (!existsSync(tools)) throw new Error('First: npm ci --prefix test/consumers --ignore-scripts');
  const above = mkdtempSync(join(tmpdir(), 'phone-sign-in-site-'));
  symlinkSync(tools, join(above, 'node_modules'));
  const folder = join(above, 'site');
  mkdirSync(folder);
  // Parcel reads `exports` only where it is told to.
  const parcel = { '@parcel/resolver-default': { packageExports: true } };
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module', ...parcel }));
  const tarball = await packPackage(above);
  const quiet = ['--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error', '--ignore-scripts'];
  await run('npm', ['install', ...quiet, tarball, ...packages], { cwd: folder });
  return {
    folder,
    packageFolder: join(folder, 'node_modules/phone-sign-in'),
    add(project) {
      const target = join(folder, project);
      const source = join(import.meta.dirname, project);
      if (existsSync(source)) cpSync(source, target, { recursive: true });
      else mkdirSync(target, { recursive: true });
      return target;
    },
    async tool(project, name, ...args) {
      const env = { ...process.env, NODE_ENV: 'production', VITEST: '' };
      const program = join(tools, name.includes('/') ? name : `.bin/${name}`);
      const cwd = join(folder, project);
      try {
        return (await run(program, args, { cwd, env, maxBuffer: 1e8 })).stdout;
      } catch (error) {
        const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
        throw new Error(`${name} ${args.join(' ')}:\n${stdout}\n${stderr}`, { cause: error });
      }
    },
    remove: () => rmSync(above, { recursive: true, force: true }),
  };
}
