/** Controls of ours as the base suite sees them, each with the native one that it is compared with. */
import { userEvent } from 'vitest/browser';

export interface Control {
  tag: string;
  native: 'input' | 'button';
  /** Two values, as the control says them, and how a person types the second. */
  values?: readonly [first: string, second: string];
  typed?: string;
  attributes?: Record<string, string>;
}

type Ours = HTMLInputElement & { updateComplete: Promise<unknown>; ready?: () => Promise<unknown> };

export const fields: readonly Control[] = [
  {
    tag: 'phone-number-field',
    native: 'input',
    values: ['+447400123456', '+447400123457'],
    typed: '7400123457',
    attributes: { 'default-country': 'GB' },
  },
  { tag: 'phone-code-field', native: 'input', values: ['123456', '654321'], typed: '654321' },
  {
    tag: 'phone-password-field',
    native: 'input',
    values: ['correct horse', 'battery staple'],
    typed: 'battery staple',
  },
];
export const others: readonly Control[] = [
  { tag: 'phone-resend-button', native: 'button' },
  { tag: 'phone-country-picker', native: 'button' },
  { tag: 'phone-sign-in', native: 'input', attributes: { 'default-country': 'GB', 'no-persist': '' } },
];
export const controls = [...fields, ...others];

export interface Pair {
  form: HTMLFormElement;
  ours: Ours;
  native: HTMLInputElement;
  both: readonly Ours[];
}

/** The element as an `<input>` or `<button>` would be in its place, and one beside it, in a form. */
export async function stand(
  { tag, native, attributes }: Control,
  more: Record<string, string> = {},
): Promise<Pair> {
  const form = document.createElement('form');
  form.lang = 'en';
  const made = [tag, native].map(name => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries({ ...attributes, ...more })) element.setAttribute(key, value);
    element.setAttribute('name', name);
    if (name === 'button') element.setAttribute('type', 'button');
    return element as Ours;
  });
  form.append(...made);
  document.body.append(form);
  const [ours, other] = made as [Ours, Ours];
  await settled(ours);
  return { form, ours, native: other, both: [ours, other] };
}

/** Drawn, and its number read. */
export async function settled(element: Ours): Promise<void> {
  await element.updateComplete;
  await element.ready?.();
  await element.updateComplete;
}

export const inputOf = (element: HTMLElement): HTMLInputElement =>
  element.shadowRoot?.querySelector('input') ?? (element as HTMLInputElement);

export async function typeInto(element: HTMLElement, text: string): Promise<void> {
  element.focus();
  inputOf(element).select();
  await userEvent.keyboard(text);
}
