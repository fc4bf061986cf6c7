/** What the browser tests share: elements on the page, and the real server running in it. */
import * as openWc from '@open-wc/testing/pure';
import type { TemplateResult } from 'lit';
import { afterEach } from 'vitest';
import { createHttpBackend } from '../../src/backends/http.js';
import {
  createPhoneServer,
  type Message,
  type PhoneServer,
  type PhoneServerOptions,
} from '../../src/server/index.js';
import '../../src/define.js';
import '../../src/elements/sign-in/on-touch/code-step.js';

// The package's own types (5.0.0) lead to ones that its exports do not let through.
const { fixture, fixtureCleanup } = openWc as unknown as {
  fixture: <T extends Element>(template: TemplateResult) => Promise<T>;
  fixtureCleanup: () => void;
};

afterEach(() => {
  fixtureCleanup();
  sessionStorage.clear();
});

export async function show<T extends HTMLElement & { updateComplete: Promise<unknown> }>(
  template: TemplateResult,
): Promise<T> {
  const element = await fixture<T>(template);
  await element.updateComplete;
  return element;
}

export interface InPage {
  server: PhoneServer;
  /** What was sent, the newest last. */
  messages: Message[];
  requests: Request[];
  backend: ReturnType<typeof createHttpBackend>;
  /** Answers instead of the server: a function makes the answer (or rejects, as a dead network does). */
  faults: ((request: Request) => Response | Promise<Response>)[];
  /** Milliseconds that the server's clock is ahead. */
  aheadMs: number;
}

/** The server in this page, and an adapter that talks to it: everything but the network is real. */
export function serveInPage(options: Partial<PhoneServerOptions> = {}): InPage {
  const messages: Message[] = [];
  const requests: Request[] = [];
  let aheadMs = 0;
  const server = createPhoneServer({
    secret: 'a secret of at least thirty-two characters',
    send: message => {
      messages.push(message);
      return Promise.resolve();
    },
    nowMs: () => Date.now() + aheadMs,
    ...options,
  });
  const page: InPage = {
    server,
    messages,
    requests,
    faults: [],
    get aheadMs() {
      return aheadMs;
    },
    set aheadMs(milliseconds) {
      aheadMs = milliseconds;
    },
    backend: createHttpBackend({
      endpoint: new URL('/api/phone', location.href).href,
      storage: sessionStorage,
      fetch: async (input, init) => {
        const request = new Request(input, init);
        if (request.method === 'POST') requests.push(request);
        const fault = request.method === 'POST' ? page.faults.shift() : undefined;
        return fault ? fault(request) : server.fetch(request);
      },
    }),
  };
  return page;
}

export const deadNetwork = (): Promise<Response> => Promise.reject(new TypeError('Failed to fetch'));

/** The next event of this name. */
export function next<K extends keyof HTMLElementEventMap>(
  target: EventTarget,
  name: K,
): Promise<HTMLElementEventMap[K]> {
  return new Promise(resolve =>
    target.addEventListener(name, event => resolve(event as HTMLElementEventMap[K]), { once: true }),
  );
}

/** The element with the focus, inside shadow roots too. */
export function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}
