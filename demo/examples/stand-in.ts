/**
 * For the examples alone, in the place of a server and a phone: the handler in the page, and its messages at the foot of it.
 * On a page of yours, `<phone-sign-in endpoint="/api/phone">` is all there is to it.
 */
import { html, render } from 'lit';
import { createHttpBackend } from '../../src/backends/http.js';
import type { PhoneSignIn } from '../../src/index.js';
import { createPhoneServer } from '../../src/server/index.js';
import { fillCode } from '../person.js';
import { demoServerOptions } from '../server-options.js';

const widgets: PhoneSignIn[] = [];
const message = document.createElement('output');
message.className = 'message';

/** The handler, as a host's own server has it: `verifyProof` reads what the widget's events bring. */
export const server = createPhoneServer({
  ...demoServerOptions,
  secret: crypto.randomUUID() + crypto.randomUUID(),
  send: ({ phone, code, text }) => {
    const fill = () => {
      const waiting = widgets.find(
        ({ state }) => state.step === 'code' && (!state.phone || state.phone === phone),
      );
      if (waiting) void fillCode(waiting, code);
    };
    render(
      html`<b>A message to ${phone}</b><span>${text}</span>
        <button type="button" @click=${fill}>Fill in</button>`,
      message,
    );
    // What is outside of a modal dialog cannot be touched.
    (document.querySelector('dialog:modal') ?? document.body).append(message);
    return Promise.resolve();
  },
});

export function standIn(...more: PhoneSignIn[]): void {
  for (const widget of more) {
    widgets.push(widget);
    widget.backend = createHttpBackend({
      endpoint: `${location.origin}/api/phone`,
      fetch: (input, init) => server.fetch(new Request(input, init)),
    });
    // A reload begins another server, which knows of no code.
    widget.noPersist = true;
    widget.addEventListener('phone-verified', () => message.remove());
  }
}
