import type { ReactiveControllerHost } from 'lit';
import { loadEditor } from '../number-field/load-editor.js';

/** Numbers as they are written in a sentence, "+44 7400 123456": without spaces, until these can be had. */
export class WrittenNumbers {
  readonly #host: ReactiveControllerHost;
  /** Number → how it is written. */
  readonly #written = new Map<string, string>();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  of(number: string | undefined): string {
    if (!number) return '';
    if (!this.#written.has(number)) {
      this.#written.set(number, number);
      loadEditor()
        .then(editor => editor.inWriting(number))
        .then(text => {
          this.#written.set(number, text);
          this.#host.requestUpdate();
        })
        .catch(() => this.#written.delete(number));
    }
    return this.#written.get(number)!;
  }
}
