import { defineElement } from './define-element.js';
import { FormControl } from './form-control.js';

let takeOver: ((element: FormControl) => void) | undefined;

/**
 * Registers a name whose class is fetched when the first such element comes into a page: into a shadow root too, and in any
 * way. Browsers take one class a name and tell nobody of elements without one, so the element itself waits for the other.
 */
export function defineLater(name: string, attributes: readonly string[]): void {
  defineElement(
    name,
    class extends FormControl {
      static override get observedAttributes(): string[] {
        return [...super.observedAttributes, ...attributes];
      }

      declare value: undefined;

      override get input(): null {
        return null;
      }

      constructor() {
        super();
        takeOver?.(this);
      }

      protected override async scheduleUpdate(): Promise<unknown> {
        const later = await import('../sign-in/on-touch/index.js');
        takeOver = later.takeOver;
        takeOver(this);
        return this.scheduleUpdate();
      }
    },
  );
}
