/** The packed server in a process of its own, with options of the test's: its messages and its log come back. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const program = `
import { createServer } from 'node:http';
import { createPhoneServer } from 'phone-sign-in/server';
import { toNodeListener } from 'phone-sign-in/server/node';

const phone = createPhoneServer({
  secret: 'a secret of the proxies, which is long!!',
  send: async ({ code }) => void process.send({ code }),
  log: entry => process.send({ entry }),
  ...JSON.parse(process.argv[2]),
});
const server = createServer(toNodeListener(phone));
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
process.on('disconnect', () => process.exit());
`;

export interface ForkedServer {
  port: number;
  codes: string[];
  log: { event: string; outcome: string; detail?: string }[];
  stop(): Promise<void>;
}

export async function forkServer(site: { folder: string }, options: object): Promise<ForkedServer> {
  const file = join(site.folder, 'forked-server.mjs');
  writeFileSync(file, program);
  const child = fork(file, [JSON.stringify(options)], { cwd: site.folder });
  const [codes, log]: [string[], ForkedServer['log']] = [[], []];
  const port = await new Promise<number>((resolve, reject) => {
    child.on('exit', () => reject(new Error('The server has ended.')));
    child.on('message', (message: { code?: string; entry?: ForkedServer['log'][number]; port?: number }) => {
      if (message.code !== undefined) codes.push(message.code);
      if (message.entry) log.push(message.entry);
      // The log speaks before the port is known.
      if (message.port !== undefined) resolve(message.port);
    });
  });
  return {
    port,
    codes,
    log,
    async stop() {
      const exited = once(child, 'exit');
      child.disconnect();
      await exited;
    },
  };
}
