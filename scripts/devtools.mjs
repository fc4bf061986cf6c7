/**
 * A Chromium by its DevTools protocol alone. A test tool would watch the network, and then Chromium keeps the line of
 * every `import()`: it reads the whole script a second time for that, which no visitor's browser does.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import WebSocket from 'ws';
import { chromiumFlags, findChromium } from './chromium.mjs';

/**
 * Answers what the protocol says the method does; here, all the members that are read of any answer.
 *
 * @typedef {{ product: string, browserContextId: string, targetId: string, sessionId: string, result: { value?: unknown } }} Answer
 * @typedef {(method: string, params?: object) => Promise<Answer>} Send
 */

export async function startChromium() {
  const folder = await mkdtemp(join(tmpdir(), 'phone-sign-in-bench-'));
  const flags = ['--headless', '--remote-debugging-port=0', `--user-data-dir=${folder}`, '--no-first-run'];
  const program = spawn(findChromium() ?? '', [...flags, ...chromiumFlags, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const address = await /** @type {Promise<string>} */ (
    new Promise((found, failed) => {
      program.once('exit', code => failed(new Error(`Chromium ended with ${code}`)));
      createInterface(program.stderr).on('line', line => {
        const [, url] = /(ws:\/\/\S+)/.exec(line) ?? [];
        if (url) found(url);
      });
    })
  );
  const socket = new WebSocket(address, { perMessageDeflate: false });
  await new Promise(open => socket.once('open', open));

  /** @type {Map<number, { done: (answer: Answer) => void, failed: (error: Error) => void }>} */
  const waiting = new Map();
  let sent = 0;
  socket.on('message', (/** @type {Buffer} */ data) => {
    /** @type {unknown} */
    const message = JSON.parse(data.toString());
    const { id, result, error } =
      /** @type {{ id: number | undefined, result: Answer, error?: { message: string } }} */ (message);
    if (id === undefined) return;
    const call = waiting.get(id);
    waiting.delete(id);
    if (error) call?.failed(new Error(error.message));
    else call?.done(result);
  });
  /** @param {string} [sessionId] @returns {Send} */
  const sender = sessionId => (method, params) =>
    new Promise((done, failed) => {
      waiting.set(++sent, { done, failed });
      socket.send(JSON.stringify({ id: sent, method, params, sessionId }));
    });
  const send = sender();

  const { product } = await send('Browser.getVersion');
  return {
    version: product.replace(/^.*\//, ''),
    /** A page in a profile of its own. @param {{ width: number, height: number }} size */
    async openPage({ width, height }) {
      const { browserContextId } = await send('Target.createBrowserContext');
      const target = { url: 'about:blank', browserContextId, width, height };
      const { targetId } = await send('Target.createTarget', target);
      const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
      const tell = sender(sessionId);
      return {
        tell,
        /** @param {string} expression @returns {Promise<unknown>} its value, or what it resolves to */
        async evaluate(expression) {
          const options = { expression, awaitPromise: true, returnByValue: true };
          return (await tell('Runtime.evaluate', options)).result.value;
        },
        /** @param {number} x @param {number} y */
        async click(x, y) {
          for (const type of ['mouseMoved', 'mousePressed', 'mouseReleased'])
            await tell('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 });
        },
        /** By a finger. @param {number} x @param {number} y */
        async tap(x, y) {
          await tell('Emulation.setTouchEmulationEnabled', { enabled: true });
          await tell('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
          await tell('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
        },
        /** @param {string} key @param {number} windowsVirtualKeyCode @param {string} [text] what it types */
        async press(key, windowsVirtualKeyCode, text) {
          await tell('Input.dispatchKeyEvent', { type: 'keyDown', key, text, windowsVirtualKeyCode });
          await tell('Input.dispatchKeyEvent', { type: 'keyUp', key, windowsVirtualKeyCode });
        },
        close: () => send('Target.disposeBrowserContext', { browserContextId }),
      };
    },
    async close() {
      const ended = new Promise(done => program.once('exit', done));
      await send('Browser.close').catch(() => undefined);
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
