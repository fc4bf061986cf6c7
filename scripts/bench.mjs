/**
 * `npm run bench`: what a visitor waits for, beside intl-tel-input (with its utils) and a bare Lit element with one
 * input, in one run: Chromium, CPU slowed four times, 1.6 Mbit/s, 150 ms a request. Times are of this machine; the
 * ratios are what to read. `-- --write` puts the table into docs/performance.md.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { brotliCompressSync } from 'node:zlib';
import { buildCdn } from './build-cdn.mjs';
import { buildSsr } from './build-ssr.mjs';
import { startChromium } from './devtools.mjs';

const root = resolve(import.meta.dirname, '..');
const rounds = Number(process.env.BENCH_ROUNDS ?? 9);

// With what the CDN files leave to our elements to have, because it is built as they are.
const lit = `
  import { LitElement, html } from 'lit';
  class Bare extends LitElement { static shadowRootOptions = { mode: 'open' }; willUpdate() {} firstUpdated() {} render() { return html\`<label>Phone number <input type="tel"></label>\`; } }
  customElements.define('bare-field', Bare);`;
const field = `
  import { PhoneNumberField } from '${root}/src/elements/number-field/phone-number-field.ts';
  import { loadEditor } from '${root}/src/elements/number-field/load-editor.ts';
  loadEditor().catch(() => undefined);
  customElements.define('phone-number-field', PhoneNumberField);`;
const peer = `
  import intlTelInput from '${root}/node_modules/intl-tel-input/dist/js/intlTelInputWithUtils.mjs';
  const input = document.querySelector('input');
  intlTelInput(input, { initialCountry: 'gb', strictMode: true });
  input.dataset.ready = '';`;

/** @param {string} name @param {string} [source] the sign-in's own where it is left out @returns {Promise<[string, Buffer][]>} path → brotli */
async function bundle(name, source) {
  const chunks = await buildCdn(source === undefined ? { write: false } : { write: false, source });
  return chunks.map(({ fileName, code }) => [`/${name}/${fileName}`, brotliCompressSync(code)]);
}

const files = new Map(
  (
    await Promise.all([bundle('bare', lit), bundle('field', field), bundle('sign-in'), bundle('iti', peer)])
  ).flat(),
);
const drawnFolder = mkdtempSync(join(tmpdir(), 'phone-sign-in-ssr-'));
await buildSsr(drawnFolder);
/** @type {unknown} */
const ssr = await import(join(drawnFolder, 'index.js'));
const { renderPhoneSignIn } =
  /** @type {{ renderPhoneSignIn: (attributes: object, options: object) => string }} */ (ssr);
rmSync(drawnFolder, { recursive: true });
const itiRoot = resolve(root, 'node_modules/intl-tel-input/dist');
const itiCss = brotliCompressSync(readFileSync(resolve(itiRoot, 'css/intlTelInput.min.css')));

/** Page → its body; `ready` finds the input once it can be typed into. */
const pages = {
  bare: {
    formats: false,
    body: '<bare-field></bare-field>',
    ready: `document.querySelector('bare-field').shadowRoot?.querySelector('input')`,
  },
  field: {
    formats: true,
    body: '<phone-number-field default-country="GB"></phone-number-field>',
    ready: `document.querySelector('phone-number-field').shadowRoot?.querySelector('input')`,
  },
  'sign-in': {
    formats: true,
    body: '<phone-sign-in endpoint="/api/phone" default-country="GB"></phone-sign-in>',
    ready: `document.querySelector('phone-sign-in').shadowRoot?.querySelector('phone-number-field')?.shadowRoot?.querySelector('input')`,
  },
  drawn: {
    formats: false,
    body: renderPhoneSignIn({ endpoint: '/api/phone', 'default-country': 'GB' }, { locale: 'en' }),
    ready: `document.querySelector('phone-sign-in').shadowRoot?.querySelector('phone-number-field')?.shadowRoot?.querySelector('input')`,
  },
  iti: {
    formats: false,
    body: '<link rel="stylesheet" href="/iti.css"><input type="tel">',
    ready: `document.querySelector('input[data-ready]')`,
  },
};

/** Of those that have another's. @type {Record<string, string>} */
const scripts = { drawn: 'sign-in' };

/** @param {keyof typeof pages} name */
const html =
  name => `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<script>
  // Usable: in the page, and drawn. Formatting: there is an example of how numbers are written.
  window.shift = 0; new PerformanceObserver(list => { for (const { value } of list.getEntries()) shift += value; }).observe({ type: 'layout-shift', buffered: true });
  (function look() {
    const input = document.body && (${pages[name].ready});
    if (input && input.getClientRects().length) window.usableAt ??= performance.now();
    if (window.usableAt && input.placeholder) window.formattedAt = performance.now(); else requestAnimationFrame(look);
  })();
  window.longTasks = []; new PerformanceObserver(list => longTasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask', buffered: true });
</script>
<script type="module" src="/${scripts[name] ?? name}/phone-sign-in.js"></script><body>${pages[name].body}</body></html>`;

/** What all of a page's answers share: a line that is as slow as a phone's. */
const latencyMs = 150;
const bytesPerMs = 200;
const packetBytes = 1400;
let lineFreeAtMs = 0;
/** Of the visit that goes on. */
let visited = { requests: 0, bytes: 0, lastMs: 0 };

/** @param {import('node:http').ServerResponse} response @param {Buffer} body */
async function deliver(response, body) {
  await sleep(latencyMs);
  response.flushHeaders();
  for (let at = 0; at < body.length; at += packetBytes) {
    const packet = body.subarray(at, at + packetBytes);
    lineFreeAtMs = Math.max(lineFreeAtMs, performance.now()) + packet.length / bytesPerMs;
    await sleep(Math.max(0, lineFreeAtMs - performance.now()));
    response.write(packet);
  }
  response.end();
}

/** @param {string} path @returns {[type: string, body: Buffer] | undefined} */
function find(path) {
  const page = /^\/page\/(.+)$/.exec(path)?.[1];
  if (page) return ['text/html', brotliCompressSync(html(/** @type {keyof typeof pages} */ (page)))];
  if (path === '/iti.css') return ['text/css', itiCss];
  if (path.startsWith('/img/')) return ['image/webp', readFileSync(resolve(itiRoot, path.slice(1)))];
  const file = files.get(path);
  return file && ['text/javascript', file];
}

const server = createServer((request, response) => {
  const path = request.url ?? '/';
  const [type, body] = find(path) ?? [];
  visited.lastMs = performance.now();
  if (!type || !body) {
    response.writeHead(404).end();
    return;
  }
  const encoding = type.startsWith('image') ? {} : { 'content-encoding': 'br' };
  response.writeHead(200, { ...encoding, 'content-type': type, 'cache-control': 'no-store' });
  if (!path.startsWith('/page/')) {
    visited.requests++;
    visited.bytes += body.length;
  }
  void deliver(response, body);
});
await new Promise(done => server.listen(0, 'localhost', () => done(undefined)));
const address = server.address();
const origin = `http://localhost:${typeof address === 'object' ? address?.port : ''}`;
const browser = await startChromium();

/** @param {number[]} values */
const median = values => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** A page on a slow phone, and what is done there. @param {keyof typeof pages} name */
async function open(name) {
  visited = { requests: 0, bytes: 0, lastMs: 0 };
  const page = await browser.openPage({ width: 800, height: 700 });
  const evaluate = (/** @type {string} */ expression) => page.evaluate(expression);
  await page.tell('Emulation.setCPUThrottlingRate', { rate: 4 });
  /** @param {string} expression @returns {Promise<number>} */
  const measured = async expression => {
    for (;;) {
      const value = await evaluate(expression);
      if (typeof value === 'number') return value;
      await sleep(50);
    }
  };
  /** @param {string} element @returns {Promise<[number, number]>} */
  const centre = async element =>
    /** @type {[number, number]} */ (
      await evaluate(
        `(() => { const { x, y, width, height } = (${element}).getBoundingClientRect(); return [x + width / 2, y + height / 2]; })()`,
      )
    );
  await page.tell('Page.navigate', { url: `${origin}/page/${name}` });
  return {
    page,
    evaluate,
    measured,
    centre,
    /** As long as something was asked for within the last second, the page is at work. */
    settle: async () => {
      await measured('window.usableAt');
      while (performance.now() - visited.lastMs < 1000) await sleep(50);
    },
  };
}

const twoFrames = 'new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))';

/** @param {keyof typeof pages} name @returns {Record<'button' | 'place' | 'row', string>} the country's, its list's, and one of its rows */
function partsOf(name) {
  if (name === 'iti')
    return {
      button: `document.querySelector('.iti__selected-country')`,
      place: `document.querySelector('.iti__country')`,
      row: `document.querySelector('.iti__country')`,
    };
  const picker = `(${pages[name].ready}).getRootNode().querySelector('phone-country-picker').shadowRoot`;
  return {
    button: `${picker}.querySelector('.country')`,
    place: `${picker}.querySelector('.popup')`,
    row: `${picker}.querySelector('.option')`,
  };
}

/** Taps on the country. Milliseconds from the click until its list's place, and its rows, are painted. @param {Awaited<ReturnType<typeof open>>} visit @param {keyof typeof pages} name */
async function tapCountry({ page, evaluate, measured, centre }, name) {
  const { button, place, row } = partsOf(name);
  await evaluate(`window.placeMs = window.rowsMs = undefined; addEventListener('click', () => {
    const at = window.clickedAt = performance.now();
    // A frame's callbacks come before its picture, and the message after it.
    const watch = (find, name) => requestAnimationFrame(function look() {
      if (!find()?.getClientRects().length) return void requestAnimationFrame(look);
      const channel = new MessageChannel(); channel.port1.onmessage = () => window[name] = performance.now() - at; channel.port2.postMessage(0);
    });
    watch(() => ${place}, 'placeMs');
    watch(() => ${row}, 'rowsMs');
  }, { capture: true, once: true })`);
  await page.tap(...(await centre(button)));
  return { placeMs: await measured('window.placeMs'), rowsMs: await measured('window.rowsMs') };
}

/** A tap on the country of a page that nobody has touched. @param {keyof typeof pages} name */
async function tapAtOnce(name) {
  const visit = await open(name);
  await visit.settle();
  const { placeMs, rowsMs } = await tapCountry(visit, name);
  // What of ours was fetched for it; the peer has it from the start.
  const arrivedMs = await visit.measured(
    `Math.max(0, performance.getEntriesByType('resource').find(({ name }) => name.endsWith('/on-open.js'))?.responseEnd - window.clickedAt || 0)`,
  );
  await visit.page.close();
  return { placeMs, rowsMs, arrivedMs };
}

/** @param {keyof typeof pages} name */
async function visit(name) {
  const opened = await open(name);
  const { page, evaluate, measured, centre, settle } = opened;
  const result = {
    usableMs: await measured('window.usableAt'),
    formattedMs: NaN,
    keyMs: /** @type {number[]} */ ([]),
    paintMs: /** @type {number[]} */ ([]),
    cold: { placeMs: NaN, rowsMs: NaN, arrivedMs: NaN },
    touchedMs: NaN,
    againMs: NaN,
    requests: 0,
    bytes: 0,
    longMs: 0,
    shift: 0,
    htmlBytes: find(`/page/${name}`)?.[1].length ?? NaN,
  };
  if (pages[name].formats) result.formattedMs = (await measured('window.formattedAt')) - result.usableMs;
  await settle();
  result.requests = visited.requests;
  result.bytes = visited.bytes;
  result.shift = await measured('shift');
  result.longMs = await measured('longTasks.reduce((sum, task) => sum + Math.max(0, task - 50), 0)');
  // Before every listener of the page, and after all of them: of the three events that a key is.
  await evaluate(`window.keys = []; window.paints = []; {
    let start; let sum; let began;
    addEventListener('keydown', () => { start = performance.now(); sum = 0; }, true);
    // For the frame that shows the key: what a page puts off until then is not in its way.
    addEventListener('input', () => { requestAnimationFrame(() => { const channel = new MessageChannel(); channel.port1.onmessage = () => paints.push(performance.now() - start); channel.port2.postMessage(0); }); }, true);
    for (const type of ['keydown', 'beforeinput', 'input']) {
      addEventListener(type, () => began = performance.now(), true);
      addEventListener(type, () => { sum += performance.now() - began; if (type === 'input') keys.push(sum); });
    }
  }`);
  await page.click(...(await centre(pages[name].ready)));
  for (const digit of '7400123456') {
    await page.press(digit, digit.charCodeAt(0), digit);
    await evaluate(twoFrames);
  }
  result.keyMs = /** @type {number[]} */ (await evaluate('keys'));
  result.paintMs = /** @type {number[]} */ (await evaluate('paints'));
  if (name !== 'bare') {
    await sleep(1000);
    result.touchedMs = (await tapCountry(opened, name)).rowsMs;
    await page.press('Escape', 27);
    await evaluate(twoFrames);
    result.againMs = (await tapCountry(opened, name)).rowsMs;
  }
  await page.close();
  if (name !== 'bare') result.cold = await tapAtOnce(name);
  return result;
}

/** @type {Record<string, Awaited<ReturnType<typeof visit>>[]>} */
const results = {};
for (let round = 0; round < rounds; round++) {
  for (const name of /** @type {(keyof typeof pages)[]} */ (Object.keys(pages)))
    (results[name] ??= []).push(await visit(name));
}
await browser.close();
server.close();

/** @typedef {Awaited<ReturnType<typeof visit>>} Visit */
const runsOf = (/** @type {string} */ name) => results[name] ?? [];
const middle = (/** @type {string} */ name, /** @type {(run: Visit) => number} */ pick) =>
  median(runsOf(name).map(pick));
const usable = (/** @type {string} */ name) => middle(name, run => run.usableMs);
const keysOf = (/** @type {string} */ name) => runsOf(name).flatMap(({ keyMs }) => keyMs);

/** What is told of each page, and what we want of ours. @type {[what: string, wanted: string, of: (name: string) => number, digits: number][]} */
const figures = [
  ['usable after, ms', '', usable, 0],
  ['… as a ratio to bare Lit', '1.1; the sign-in 1.2, drawn 0.75', name => usable(name) / usable('bare'), 2],
  ['numbers are formatted, ms later', '250', name => middle(name, run => run.formattedMs), 0],
  ['a key’s handlers, median ms', '3', name => median(keysOf(name)), 1],
  ['a key’s handlers, longest ms', '8', name => Math.max(...keysOf(name)), 1],
  ['key to paint, median ms', '16', name => median(runsOf(name).flatMap(({ paintMs }) => paintMs)), 1],
  [
    'the list, by the first tap of all: its place, ms',
    '60',
    name => middle(name, run => run.cold.placeMs),
    0,
  ],
  [
    '… its rows, ms after they have come',
    '60',
    name => middle(name, run => run.cold.rowsMs - run.cold.arrivedMs),
    0,
  ],
  ['… its rows, ms', '', name => middle(name, run => run.cold.rowsMs), 0],
  ['the list, with the field touched before, ms', '60', name => middle(name, run => run.touchedMs), 0],
  ['the list, once more, ms', '40', name => middle(name, run => run.againMs), 0],
  ['blocking before anything is touched, ms', '50', name => middle(name, run => run.longMs), 0],
  ['layout shift', '0.01', name => Math.max(...runsOf(name).map(({ shift }) => shift)), 3],
  ['kB of HTML', '', name => middle(name, run => run.htmlBytes) / 1000, 1],
  ['requests', '4', name => middle(name, run => run.requests), 0],
  ['kB before anything is touched', '', name => middle(name, run => run.bytes) / 1000, 1],
];
const shown = (/** @type {number} */ value, /** @type {number} */ digits) =>
  Number.isFinite(value) ? value.toFixed(digits) : '';
const titles = {
  bare: 'a bare Lit input',
  field: '`<phone-number-field>`',
  'sign-in': '`<phone-sign-in>`',
  drawn: 'the same, drawn by its server',
  iti: 'intl-tel-input, utils, flags',
};
const row = (/** @type {readonly string[]} */ cells) => `| ${cells.join(' | ')} |`;
const table = [
  row(['', ...Object.values(titles), 'wanted of ours']),
  row(Array(7).fill('---')),
  ...figures.map(([what, wanted, of, digits]) =>
    row([what, ...Object.keys(titles).map(name => shown(of(name), digits)), wanted]),
  ),
].join('\n');
const processor = `${availableParallelism()} × ${cpus()[0]?.model}`;
const how = `Chromium ${browser.version}, ${processor}, slowed 4 times, 1.6 Mbit/s, 150 ms a request, the median of ${rounds} rounds in turn.`;
console.log(`${how}\n\n${table}`);

if (process.argv.includes('--write')) {
  const page = resolve(root, 'docs/performance.md');
  const mark = '<!-- written by npm run bench -- --write -->';
  const [before = ''] = readFileSync(page, 'utf8').split(mark);
  writeFileSync(page, `${before}${mark}\n\n${how}\n\n${table}\n`);
}
