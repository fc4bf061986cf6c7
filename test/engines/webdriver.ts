/** WebKitGTK's MiniBrowser, through WebDriver as the standard has it, on a screen that only Xvfb sees. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';
import { until, type Engine, type Key, type Tab } from './driver.js';

/** https://www.w3.org/TR/webdriver/#keyboard-actions */
const keys: Record<Key | 'Shift' | 'Control', string> = {
  c: 'c',
  v: 'v',
  Enter: '\uE006',
  Escape: '\uE00C',
  Tab: '\uE004',
  Backspace: '\uE003',
  Delete: '\uE017',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  Shift: '\uE008',
  Control: '\uE009',
};

export interface WebKitPaths {
  driver: string;
  browser: string;
  screen: string;
}

type Call = <T>(method: string, path: string, body?: object) => Promise<T>;

export async function startWebKit(paths: WebKitPaths): Promise<Engine> {
  const screen = spawn(
    paths.screen,
    ['-displayfd', '3', '-screen', '0', '1280x1000x24', '-nolisten', 'tcp'],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    },
  );
  const display = await firstLine(screen.stdio[3] as Readable);
  const port = await freePort();
  const driver = spawn(paths.driver, [`--port=${port}`, '--host=127.0.0.1'], {
    env: { ...process.env, DISPLAY: `:${display}`, GDK_BACKEND: 'x11', NO_AT_BRIDGE: '1' },
    stdio: 'ignore',
  });
  // However this process ends: the two would live on.
  process.once('exit', () => [driver, screen].forEach(child => child.kill()));
  const call = caller(`http://127.0.0.1:${port}`);
  await until(
    () => call('GET', '/status'),
    () => 'WebKitWebDriver answers',
  );
  const options = { binary: paths.browser, args: ['--automation'] };
  const capabilities = { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options };
  const { sessionId, capabilities: had } = await call<{
    sessionId: string;
    capabilities: { browserVersion: string };
  }>('POST', '/session', { capabilities: { alwaysMatch: capabilities } });
  const session: Call = (method, path, body) => call(method, `/session/${sessionId}${path}`, body);
  // One browser for all: of hundreds that are started, one never answers. This window stays, the others are a case's own;
  // what they store is kept apart by the port of each case's server.
  const first = await session<string>('GET', '/window');
  const window = { current: first };
  const leave = async (handle: string) => {
    await session('POST', '/window', { handle });
    await session('DELETE', '/window');
  };
  return {
    name: 'webkit',
    version: had.browserVersion,
    can: () => false,
    async open() {
      const { handle } = await session<{ handle: string }>('POST', '/window/new', { type: 'window' });
      return tabOf(session, handle, window, async () => {
        const others = await session<string[]>('GET', '/window/handles');
        for (const other of others.filter(other => other !== first)) await leave(other);
        await session('POST', '/window', { handle: first });
        window.current = first;
      });
    },
    async close() {
      await session('DELETE', '').catch(() => undefined);
      await Promise.all([ended(driver), ended(screen)]);
    },
  };
}

function tabOf(session: Call, handle: string, window: { current: string }, close: () => Promise<void>): Tab {
  const call: Call = async (method, path, body) => {
    if (window.current !== handle) await session('POST', '/window', { handle });
    window.current = handle;
    return session(method, path, body);
  };
  const act = (type: 'key' | 'pointer', actions: object[]) =>
    call<void>('POST', '/actions', {
      actions: [
        { type, id: type, actions, ...(type === 'pointer' && { parameters: { pointerType: 'mouse' } }) },
      ],
    });
  const stroke = (value: string) => [
    { type: 'keyDown', value },
    { type: 'keyUp', value },
  ];
  return {
    goto: url => call('POST', '/url', { url }),
    reload: () => call('POST', '/refresh', {}),
    back: () => call('POST', '/back', {}),
    // Errors of the page come back with their message, as they do from the other engines.
    evaluate: (act, ...args) =>
      call('POST', '/execute/sync', { script: `return (${act.toString()})(...arguments)`, args }),
    press: (key, modifier) =>
      act('key', [
        ...(modifier ? [{ type: 'keyDown', value: keys[modifier] }] : []),
        ...stroke(keys[key]),
        ...(modifier ? [{ type: 'keyUp', value: keys[modifier] }] : []),
      ]),
    type: text => act('key', [...text].flatMap(stroke)),
    click: (x, y, count = 1) =>
      act('pointer', [
        { type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0 },
        ...Array.from({ length: count }).flatMap(() => [
          { type: 'pointerDown', button: 0 },
          { type: 'pointerUp', button: 0 },
        ]),
      ]),
    resize: async (width, height) => {
      await call('POST', '/window/rect', { width, height });
    },
    screenshot: async () => Buffer.from(await call<string>('GET', '/screenshot'), 'base64'),
    async opened() {
      let other: string | undefined;
      await until(
        async () =>
          (other = (await call<string[]>('GET', '/window/handles')).find(found => found !== handle)),
        () => 'another tab is open',
      );
      return tabOf(session, other!, window, () => Promise.resolve());
    },
    offline: () => Promise.reject(new Error('WebDriver cannot cut the network off')),
    emulate: () => Promise.reject(new Error('WebDriver cannot emulate settings of the system')),
    close,
  };
}

const callLimitMs = 15_000;

function caller(origin: string): Call {
  return async <T>(method: string, path: string, body?: object) => {
    const response = await fetch(origin + path, {
      method,
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(callLimitMs),
    }).catch((cause: unknown) => {
      throw new Error(`No answer from the driver: ${method} ${path} ${JSON.stringify(body)}`, { cause });
    });
    const { value } = (await response.json()) as { value: unknown };
    if (response.ok) return value as T;
    const { error, message } = value as { error: string; message: string };
    throw new Error(`${error}: ${message}`);
  };
}

async function firstLine(stream: Readable): Promise<string> {
  let text = '';
  for await (const chunk of stream) {
    text += String(chunk);
    if (text.includes('\n')) break;
  }
  return text.trim();
}

/** It takes no 0 and says no port. */
function freePort(): Promise<number> {
  return new Promise(resolve => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

function ended(process: ChildProcess): Promise<void> {
  if (process.exitCode !== null || process.signalCode !== null) return Promise.resolve();
  return new Promise(resolve => {
    process.once('exit', () => resolve());
    process.kill();
  });
}
