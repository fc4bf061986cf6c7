import type { TemplateResult } from 'lit';
import type { SignInHost } from '../host.js';
import { renderWaiting } from './end-screens.js';

/** Screens of a chunk that is fetched as soon as they are likely. */
export class LaterScreen<Screens> {
  screens: Screens | undefined;
  readonly #host: SignInHost;
  readonly #fetch: () => Promise<Screens>;
  #isMissing = false;

  constructor(host: SignInHost, fetch: () => Promise<Screens>) {
    this.#host = host;
    this.#fetch = fetch;
  }

  async load(): Promise<void> {
    if (this.screens) return;
    this.#isMissing = false;
    try {
      // Its words with it.
      [this.screens] = await Promise.all([this.#fetch(), this.#host.texts.loadRest()]);
    } catch {
      this.#isMissing = true;
    }
    this.#host.requestUpdate();
  }

  render(draw: (screens: Screens) => TemplateResult): TemplateResult {
    if (this.screens) return draw(this.screens);
    return renderWaiting(this.#host.texts, this.#isMissing ? () => void this.load() : undefined);
  }
}
