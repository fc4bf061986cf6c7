/** One choice of a few, side by side: radio buttons under a legend. */
import { element } from './dom.js';

export interface Segmented {
  readonly root: HTMLFieldSetElement;
  /** Shows what is chosen; nothing, where it is none of these. */
  show(value: string | undefined): void;
}

let count = 0;

export function segmented(
  legend: string,
  options: Readonly<Record<string, string>>,
  choose: (value: string) => void,
): Segmented {
  const name = `choice-${++count}`;
  const inputs = Object.keys(options).map(value =>
    element('input', { className: 'visually-hidden', type: 'radio', name, value }),
  );
  const labels = inputs.map(input => element('label', {}, input, element('span', {}, options[input.value]!)));
  const root = element(
    'fieldset',
    { className: 'segmented' },
    element('legend', { className: 'visually-hidden' }, legend),
    ...labels,
  );
  root.addEventListener('change', ({ target }) => choose((target as HTMLInputElement).value));
  return {
    root,
    show(value) {
      for (const input of inputs) input.checked = input.value === value;
    },
  };
}
