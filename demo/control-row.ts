/** A control of the playground: what it is called, what it does, and where it is changed. */
import type { Control } from './controls.js';
import { element, find } from './dom.js';
import { valueOf, type Setup, type SetupStore } from './setup.js';

export interface Row {
  readonly root: HTMLElement;
  show(setup: Setup): void;
}

interface Editor {
  readonly root: HTMLElement;
  /** What the label names. */
  readonly field: HTMLElement;
  show(value: string): void;
}

export function controlRow(control: Control, store: SetupStore): Row {
  const { name, help } = control;
  const set = (value: string) => store.set(name, value);
  const editor = editors[control.kind](control, set);
  const id = `control-${name.replace(/^--/, '')}`;
  editor.field.id = id;
  editor.field.setAttribute('aria-describedby', `${id}-help`);
  const unset = element('button', { type: 'button', className: 'unset', title: 'Take back' }, '×');
  unset.ariaLabel = `Take back ${name}`;
  unset.addEventListener('click', () => {
    store.takeBack(name);
    editor.field.focus();
  });
  const root = element(
    'div',
    { className: `control ${control.kind}` },
    element('div', { className: 'what' }, element('label', { htmlFor: id }, name), unset),
    editor.root,
    element('p', { className: 'help', id: `${id}-help` }, help),
  );
  return {
    root,
    show(setup) {
      editor.show(valueOf(setup, name));
      unset.hidden = setup.values[name] === undefined;
    },
  };
}

type MakeEditor = (control: Control, set: (value: string) => void) => Editor;

/** What somebody is typing in is left alone. */
const showIn = (field: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement, value: string) => {
  if (field.value !== value && field !== document.activeElement) field.value = value;
};

function textEditor(
  { name, without, options }: Control,
  set: (value: string) => void,
): Editor & { field: HTMLInputElement } {
  const field = element('input', {
    type: 'text',
    placeholder: without ?? '',
    autocomplete: 'off',
    spellcheck: false,
  });
  field.addEventListener('input', () => set(field.value.trim()));
  const parts: HTMLElement[] = [field];
  if (options) {
    const id = `options-${name.replace(/^--/, '')}`;
    field.setAttribute('list', id);
    parts.push(element('datalist', { id }, ...options.map(value => element('option', { value }))));
  }
  const root = parts.length > 1 ? element('div', { className: 'editor' }, ...parts) : field;
  return { root, field, show: value => showIn(field, value) };
}

const editors: Record<Control['kind'], MakeEditor> = {
  text: textEditor,
  list: textEditor,

  json: ({ options }, set) => {
    const field = element('textarea', { rows: 2, spellcheck: false, placeholder: options?.[0] ?? '{}' });
    field.addEventListener('input', () => {
      const text = field.value.trim();
      const isValid = text === '' || isJson(text);
      field.ariaInvalid = String(!isValid);
      if (isValid) set(text);
    });
    return { root: field, field, show: value => showIn(field, value) };
  },

  choice: ({ options = [], without = '' }, set) => {
    // The default is among the options, or it is none of them and has a line of its own.
    const hasOwn = !options.includes(without);
    const field = element(
      'select',
      {},
      ...(hasOwn ? [element('option', { value: '' }, without)] : []),
      ...options.map(value => element('option', { value: value === without ? '' : value }, value)),
    );
    field.addEventListener('change', () => set(field.value));
    return {
      root: element('div', { className: 'select' }, field),
      field,
      show: value => (field.value = value),
    };
  },

  flag: (_control, set) => {
    const field = element('input', { type: 'checkbox', role: 'switch' });
    field.addEventListener('change', () => set(field.checked ? 'true' : ''));
    return { root: field, field, show: value => (field.checked = value !== '') };
  },

  range: ({ range, without = '' }, set) => {
    const { unit = '', ...limits } = range ?? {};
    const field = element('input', { type: 'range', ...limits });
    const output = element('output');
    field.addEventListener('input', () => set(field.value + unit));
    return {
      root: element('div', { className: 'editor' }, field, output),
      field,
      show(value) {
        field.value = String(parseFloat(value || without));
        output.textContent = value || without;
        field.setAttribute('aria-valuetext', value || without);
      },
    };
  },

  colour: (control, set) => {
    const text = textEditor({ ...control, without: 'default' }, set);
    const well = element('input', { type: 'color' });
    well.ariaLabel = `Pick ${control.name}`;
    well.addEventListener('input', () => set(well.value));
    return {
      root: element('div', { className: 'editor' }, well, text.field),
      field: text.field,
      show(value) {
        text.show(value);
        well.value = hexOf(value || (control.without ?? ''));
      },
    };
  },
};

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}

/** Any CSS colour as the colour well takes it; `light-dark()` is the one of the preview. */
function hexOf(colour: string): string {
  const probe = element('i', { hidden: true });
  probe.style.color = colour;
  find('#frame').append(probe);
  const shown = getComputedStyle(probe).color;
  probe.remove();
  const [red, green, blue] = shown.match(/[\d.]+/g)?.map(Number) ?? [];
  const isPlain = shown.startsWith('rgb');
  return `#${[red, green, blue].map(part => (isPlain ? (part ?? 0) : 0).toString(16).padStart(2, '0')).join('')}`;
}
