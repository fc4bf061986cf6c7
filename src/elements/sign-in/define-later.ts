import { defineElement } from '../shared/define-element.js';
import { FormControl } from '../shared/form-control.js';
import { loadSteps, takeOver } from './load-steps.js';

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
        await loadSteps();
        takeOver?.(this);
        return this.scheduleUpdate();
      }
    },
  );
}
