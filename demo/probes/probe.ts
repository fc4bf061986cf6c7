/** What the probe pages share: our fields, and a log of every event that reaches them. Nothing leaves the page. */
import '../../src/define.js';
import { html, render } from 'lit';
import { find } from '../dom.js';

render(
  html`<h2>What happened</h2>
    <pre id="log" role="log" tabindex="0" aria-label="What happened"></pre>
    <p>
      Digits are shown as dots. Note date, device and browser with what came of it, in docs/compatibility.md.
    </p>`,
  find('main'),
);
const log = find('#log');
const begun = performance.now();

export function note(text: string): void {
  const seconds = ((performance.now() - begun) / 1000).toFixed(2).padStart(7);
  log.textContent = `${log.textContent}${seconds} ${text}\n`;
  log.scrollTop = log.scrollHeight;
}

/** Digits can be counted in the log, and not read: a picture of it can be handed on. */
const masked = (text: string) => text.replace(/\p{Nd}/gu, '•');

function describe(event: Event): string {
  const { type } = event;
  const input = event.composedPath().find(target => target instanceof HTMLInputElement);
  const value = input ? ` "${masked(input.value)}"` : '';
  const { inputType, data } = event as InputEvent;
  const how =
    'inputType' in event ? ` inputType=${inputType || '(none)'} data=${masked(data ?? '(none)')}` : '';
  return `${type}${how}${value}`;
}

const names = [
  'focusin',
  'beforeinput',
  'input',
  'change',
  'paste',
  'phone-number-change',
  'phone-code-complete',
  'visibilitychange',
];
for (const name of names) document.addEventListener(name, event => note(describe(event)));
addEventListener('pageshow', ({ persisted }) => note(`pageshow persisted=${persisted}`));
note(navigator.userAgent);
