/** Processes of their own for what one process cannot show: bundled by Vite, forked, spoken to over IPC, ended by id. */
import { fork, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '../..');

/** Bundles `test/server/processes/<name>.ts`; dependencies stay where they are. */
export async function bundle(name: string): Promise<{ file: string; remove: () => void }> {
  const outDir = join(root, `node_modules/.cache/phone-sign-in/${name}-${process.pid}`);
  await build({
    configFile: false,
    root,
    logLevel: 'silent',
    build: {
      ssr: join(root, `test/server/processes/${name}.ts`),
      outDir,
      emptyOutDir: true,
      minify: false,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: `${name}.mjs` } },
    },
  });
  return {
    file: join(outDir, `${name}.mjs`),
    remove: () => rmSync(outDir, { recursive: true, force: true }),
  };
}

export interface Worker<Ask, Answer> {
  ask(message: Ask): Promise<Answer>;
  end(): Promise<void>;
}

/** A process that answers each message with one message. */
export function startWorker<Ask extends object, Answer>(file: string): Worker<Ask, Answer> {
  const child: ChildProcess = fork(file, { serialization: 'advanced' });
  const exited = new Promise<void>(resolve => child.once('exit', () => resolve()));
  return {
    ask: message =>
      new Promise((resolve, reject) => {
        const onExit = (code: number | null) => reject(new Error(`The process ended with ${code}`));
        child.once('exit', onExit);
        child.once('message', answer => {
          child.off('exit', onExit);
          resolve(answer as Answer);
        });
        child.send(message);
      }),
    async end() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}
