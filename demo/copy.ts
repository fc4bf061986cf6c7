/** Buttons that copy, and say that they have. */
import { html, type TemplateResult } from 'lit';

/** Whether it could be: the clipboard can be forbidden. */
export const copy = (text: string): Promise<boolean> =>
  navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );

export function copyOn(text: () => string, label: () => string, done: () => string) {
  return async ({ currentTarget }: Event): Promise<void> => {
    const button = currentTarget as HTMLElement;
    if (!(await copy(text()))) return;
    button.textContent = done();
    setTimeout(() => (button.textContent = label()), 2000);
  };
}

export function copyButton(text: () => string, label: string, done: string): TemplateResult {
  const onClick = copyOn(
    text,
    () => label,
    () => done,
  );
  return html`<button class="quiet" type="button" @click=${onClick} .textContent=${label}></button>`;
}
