/** A control of the playground: what it is called, what it does, and where it is changed. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Control } from './controls.js';
import { find } from './dom.js';
import { valueOf, type SetupStore } from './setup.js';

interface Editor {
  control: Control;
  id: string;
  value: string;
  set: (value: string) => void;
}

export function controlView(control: Control, store: SetupStore): TemplateResult {
  const { name, kind, help } = control;
  const id = `control-${name.replace(/^--/, '')}`;
  const takeBack = () => {
    store.takeBack(name);
    find(`#${id}`).focus();
  };
  return html`<div class="control ${kind}">
    <div class="what">
      <label for=${id}>${name}</label>
      <button
        class="unset"
        type="button"
        title="Take back"
        aria-label="Take back ${name}"
        ?hidden=${store.setup.values[name] === undefined}
        @click=${takeBack}
      >
        ×
      </button>
    </div>
    ${editors[kind]({ control, id, value: valueOf(store.setup, name), set: value => store.set(name, value) })}
    <p class="help" id="${id}-help">${help}</p>
  </div>`;
}

const valueIn = ({ target }: Event) => (target as HTMLInputElement).value.trim();

/** What somebody is typing in is left alone. */
function shown(id: string, value: string) {
  const { activeElement } = document;
  return live(activeElement?.id === id ? (activeElement as HTMLInputElement).value : value);
}

function textInput({ control: { name, without, options }, id, value, set }: Editor): TemplateResult {
  const list = `options-${name.replace(/^--/, '')}`;
  return html`<input
      type="text"
      id=${id}
      aria-describedby="${id}-help"
      placeholder=${without ?? ''}
      autocomplete="off"
      spellcheck="false"
      list=${options ? list : nothing}
      .value=${shown(id, value)}
      @input=${(event: Event) => set(valueIn(event))}
    />${
      options
        ? html`<datalist id=${list}>
            ${options.map(value => html`<option value=${value}></option>`)}
          </datalist>`
        : nothing
    }`;
}

const inRow = (...parts: unknown[]) => html`<div class="editor">${parts}</div>`;

const editors: Record<Control['kind'], (editor: Editor) => TemplateResult> = {
  text: editor => inRow(textInput(editor)),
  list: editor => inRow(textInput(editor)),

  json({ control: { options }, id, value, set }) {
    const onInput = (event: Event) => {
      const text = valueIn(event);
      const isValid = text === '' || isJson(text);
      (event.target as Element).ariaInvalid = String(!isValid);
      if (isValid) set(text);
    };
    return html`<textarea
      rows="2"
      id=${id}
      aria-describedby="${id}-help"
      spellcheck="false"
      placeholder=${options?.[0] ?? '{}'}
      .value=${shown(id, value)}
      @input=${onInput}
    ></textarea>`;
  },

  choice({ control: { options = [], without = '' }, id, value, set }) {
    // The default is among the options, or it is none of them and has a line of its own.
    const all = options.includes(without) ? options : [without, ...options];
    const option = (text: string) => {
      const own = text === without ? '' : text;
      return html`<option value=${own} .selected=${live(own === value)}>${text}</option>`;
    };
    return html`<div class="select">
      <select id=${id} aria-describedby="${id}-help" @change=${(event: Event) => set(valueIn(event))}>
        ${all.map(option)}
      </select>
    </div>`;
  },

  flag: ({ id, value, set }) =>
    html`<input
      type="checkbox"
      role="switch"
      id=${id}
      aria-describedby="${id}-help"
      .checked=${live(value !== '')}
      @change=${(event: Event) => set((event.target as HTMLInputElement).checked ? 'true' : '')}
    />`,

  range({ control: { range, without = '' }, id, value, set }) {
    const { min, max, step, unit } = range!;
    return inRow(
      html`<input
        type="range"
        id=${id}
        aria-describedby="${id}-help"
        aria-valuetext=${value || without}
        min=${min}
        max=${max}
        step=${step}
        .value=${live(String(parseFloat(value || without)))}
        @input=${(event: Event) => set(valueIn(event) + unit)}
      />`,
      html`<output>${value || without}</output>`,
    );
  },

  colour(editor) {
    const { control, value, set } = editor;
    return inRow(
      html`<input
        type="color"
        aria-label="Pick ${control.name}"
        .value=${live(hexOf(value || (control.without ?? '')))}
        @input=${(event: Event) => set(valueIn(event))}
      />`,
      textInput({ ...editor, control: { ...control, without: 'default' } }),
    );
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
  const probe = document.createElement('i');
  probe.style.color = colour;
  find('#frame').append(probe);
  const shown = getComputedStyle(probe).color;
  probe.remove();
  const parts = shown.startsWith('rgb') ? (shown.match(/[\d.]+/g) ?? []) : ['0', '0', '0'];
  const hex = parts.slice(0, 3).map(part => Number(part).toString(16).padStart(2, '0'));
  return `#${hex.join('')}`;
}
