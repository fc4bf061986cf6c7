/**
 * The preview: the widget as the address and the playground say, in a page of a chosen width. Runs before the widget is
 * defined, so that its first picture is right.
 */
import type { PhoneSignIn } from '../src/index.js';
import { controls, isVariable } from './controls.js';
import { element, find } from './dom.js';
import { isRightToLeft } from './locale.js';
import { segmented } from './segmented.js';
import {
  createSetupStore,
  readSetup,
  valueOf,
  variablesOf,
  widths,
  writeSetup,
  type Setup,
  type Width,
} from './setup.js';
import type { Place } from './themes.js';

/** A static copy of the page keeps nothing for a reload, which begins a new server. */
const isOwnServer = import.meta.env.PROD;

const signIn = find<PhoneSignIn>('phone-sign-in');
const frame = find('#frame');
const box = find('#frame-box');
const column = find('#column');
const spot = find('#spot');
const dialog = find<HTMLDialogElement>('#preview-dialog');
const opener = find('#open-dialog');
const bar = find('#preview-bar');

export const setupStore = createSetupStore(readSetup(new URLSearchParams(location.search)));

const width = segmented('Width', { phone: 'Phone', tablet: 'Tablet', desktop: 'Desktop' }, value =>
  setupStore.change({ width: value as Width }),
);
width.root.classList.add('width');
const place = segmented('Place', { card: 'Card', inline: 'Inline', dialog: 'Dialog' }, value =>
  setupStore.change({ place: value as Place }),
);
const preview = segmented(
  'Colours of the preview',
  { page: 'As the page', light: 'Light', dark: 'Dark' },
  value => setupStore.change({ preview: value as Setup['preview'] }),
);
const rtl = element('button', { type: 'button', className: 'quiet toggle' }, 'Right to left');
rtl.addEventListener('click', () => {
  setupStore.set('locale', isRightToLeft(valueOf(setupStore.setup, 'locale')) ? '' : 'ar');
});
bar.append(width.root, place.root, preview.root, rtl);

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

setupStore.subscribe(setup => {
  const { values } = setup;
  for (const control of controls) {
    if (isVariable(control) || control.isForSnippet) continue;
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

  const locale = values['locale'] ?? '';
  frame.dir = isRightToLeft(locale) ? 'rtl' : 'ltr';
  frame.dataset['preview'] = setup.preview;
  frame.dataset['width'] = document.documentElement.dataset['width'] = setup.width;
  showPlace(setup.place);
  fit();

  width.show(setup.width);
  place.show(setup.place);
  preview.show(setup.preview);
  rtl.ariaPressed = String(isRightToLeft(locale));
});

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
