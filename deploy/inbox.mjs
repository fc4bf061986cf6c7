/** In place of an SMS provider: prints what the HTTP connector hands to it. */
import { createServer } from 'node:http';

const { HOST = '127.0.0.1', PORT = '3025' } = process.env;
createServer((request, response) => {
  let body = '';
  request.on('data', chunk => (body += String(chunk)));
  request.on('end', () => {
    const [, to = ''] = /"to":"(\d+)"/.exec(body) ?? [];
    const [, text = ''] = /"text":("(?:[^"\\]|\\.)*")/.exec(body) ?? [];
    process.stdout.write(`To ${to}: ${String(JSON.parse(text || '""'))}\n`);
    response.end();
  });
}).listen(Number(PORT), HOST);
