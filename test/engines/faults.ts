/** What can happen to a call on its way, put in front of the real server. */
import type { ServerResponse } from 'node:http';

/** What the server would have answered. */
export interface Reply {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** Answers in the server's place. Whoever calls `reply` lets the server act. */
export type Fault = (response: ServerResponse, reply: () => Promise<Reply>) => Promise<void> | void;

const problem = (retryAfter?: number): string =>
  JSON.stringify({ code: 'rate_limited', status: 429, ...(retryAfter && { retryAfter }) });

export const faults = {
  /** The server has acted, and half of its answer arrives. */
  'abort mid-body': async (response, reply) => {
    const { status, headers, body } = await reply();
    response.writeHead(status, { ...headers, 'content-length': body.length });
    response.write(body.slice(0, body.length / 2), () => response.destroy());
  },
  /** The server has acted, and nobody hears of it. */
  silence: async (_, reply) => {
    await reply();
  },
  '500': response => void response.writeHead(500).end(),
  '502 with HTML': response =>
    void response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>502 Bad Gateway</h1>'),
  'cut JSON': async (response, reply) => {
    const { status, headers, body } = await reply();
    response.writeHead(status, headers).end(body.slice(0, body.length / 2));
  },
  'wrong content type': async (response, reply) => {
    const { status, headers, body } = await reply();
    response.writeHead(status, { ...headers, 'content-type': 'text/html' }).end(body);
  },
  'empty 200': async (response, reply) => {
    await reply();
    response.writeHead(200).end();
  },
  '429 with seconds': response =>
    void response
      .writeHead(429, { 'content-type': 'application/problem+json', 'retry-after': '30' })
      .end(problem(30)),
  '429 without seconds': response =>
    void response.writeHead(429, { 'content-type': 'application/problem+json' }).end(problem()),
} satisfies Record<string, Fault>;

export type FaultName = keyof typeof faults;
