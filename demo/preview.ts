/**
 * The preview: the widget as the address and the playground say, in a page of a chosen width. Runs before the widget is
 * defined, so that its first picture is right.
 */
import { html, render, type TemplateResult } from 'lit';
import type { PhoneSignIn } from '../src/index.js';
import { controls, isVariable } from './controls.js';
import { find } from './dom.js';
import { isRightToLeft } from './locale.js';
import { locale, onLanguage } from './preferences.js';
import { segmented } from './segmented.js';
import { createSetupStore, readSetup, variablesOf, widths, writeSetup, type Setup } from './setup.js';
import { themes, type Place } from './themes.js';

/** A static copy of the page keeps nothing for a reload, which begins a new server. */
const isOwnServer = import.meta.env.PROD;

const signIn = find<PhoneSignIn>('phone-sign-in');
const frame = find('#frame');
const box = find('#frame-box');
const column = find('#column');
const spot = find('#spot');
const dialog = find<HTMLDialogElement>('#preview-dialog');
const opener = find('#open-dialog');

export const setupStore = createSetupStore(readSetup(new URLSearchParams(location.search)));

function barView(setup: Setup): TemplateResult {
  const isRtl = isRightToLeft(setup.values['locale'] || locale());
  const turn = () => setupStore.set('locale', isRtl ? (isRightToLeft(locale()) ? 'en' : '') : 'ar');
  const choice = <Name extends 'width' | 'place' | 'preview'>(
    name: Name,
    legend: string,
    options: Record<Setup[Name], string>,
  ) =>
    segmented({
      legend,
      options,
      kind: name,
      chosen: setup[name],
      choose: value => setupStore.change({ [name]: value }),
    });
  return html`${choice('width', 'Width', { phone: 'Phone', tablet: 'Tablet', desktop: 'Desktop' })}
    ${choice('place', 'Place', { card: 'Card', inline: 'Inline', dialog: 'Dialog' })}
    ${choice('preview', 'Colours of the preview', { page: 'As the page', light: 'Light', dark: 'Dark' })}
    <button class="quiet toggle" type="button" aria-pressed=${isRtl} @click=${turn}>Right to left</button>`;
}

// Not modal: beside it the simulated phone and the playground go on.
opener.addEventListener('click', () => {
  dialog.show();
  signIn.focus();
});
find('#close-dialog').addEventListener('click', () => dialog.close());
dialog.addEventListener('keydown', ({ key, defaultPrevented }) => {
  if (key === 'Escape' && !defaultPrevented) dialog.close();
});
dialog.addEventListener('close', () => opener.focus());

const sheet = new CSSStyleSheet();
document.adoptedStyleSheets.push(sheet);

function show(setup: Setup): void {
  const { values } = setup;
  for (const control of controls) {
    if (isVariable(control) || control.isForSnippet || control.isOfServer) continue;
    const value = values[control.name] ?? '';
    const isForced = control.name === 'no-persist' && isOwnServer;
    if (isForced || value) setAttribute(control.name, control.kind === 'flag' ? '' : value);
    else signIn.removeAttribute(control.name);
  }

  const variables = new Map(variablesOf(setup));
  for (const { name } of controls.filter(isVariable)) {
    const value = variables.get(name);
    if (value === undefined) signIn.style.removeProperty(name);
    else signIn.style.setProperty(name, value);
  }

  sheet.replaceSync(themes[setup.theme].parts);

  frame.lang = locale();
  frame.dir = isRightToLeft(values['locale'] || locale()) ? 'rtl' : 'ltr';
  frame.dataset['scheme'] = setup.preview;
  frame.dataset['width'] = document.documentElement.dataset['width'] = setup.width;
  showPlace(setup.place);
  fit();
  render(barView(setup), find('#preview-bar'));
}

setupStore.subscribe(show);
onLanguage(() => show(setupStore.setup));

function setAttribute(name: string, value: string): void {
  if (signIn.getAttribute(name) !== value) signIn.setAttribute(name, value);
}

/** In another place the widget begins anew, as any element does that is moved. */
function showPlace(place: Place): void {
  if (frame.dataset['place'] === place) return;
  frame.dataset['place'] = place;
  (place === 'dialog' ? dialog : spot).append(signIn);
  opener.hidden = place !== 'dialog';
  // Open from the first, and without taking the focus.
  dialog.toggleAttribute('open', place === 'dialog');
}

/** A page wider than its place here is shown smaller, as on a map. */
function fit(): void {
  const wanted = widths[setupStore.setup.width];
  const scale = wanted ? Math.min(1, column.clientWidth / wanted) : 1;
  frame.style.inlineSize = wanted ? `${wanted}px` : '';
  frame.style.transform = scale < 1 ? `scale(${scale})` : '';
  frame.style.blockSize = scale < 1 ? `calc(35.5rem / ${scale})` : '';
  box.style.blockSize = scale < 1 ? `${frame.offsetHeight * scale}px` : '';
}

new ResizeObserver(fit).observe(column);

let writing: ReturnType<typeof setTimeout> | undefined;
let isFirst = true;
setupStore.subscribe(setup => {
  if (isFirst) return void (isFirst = false);
  clearTimeout(writing);
  // Browsers allow the address only so many changes; a slider makes hundreds.
  writing = setTimeout(() => {
    const address = new URL(location.href);
    writeSetup(setup, address);
    history.replaceState(history.state, '', address);
  }, 150);
});
