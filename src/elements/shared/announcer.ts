import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Browsers tell assistive technology of changes once a frame: a region emptied and filled within one says nothing. */
const pauseMs = 100;
/** Who reads through the page later would find what was true then. */
const lifeMs = 10_000;

/** Holds the text of a live region. The region is emptied, then filled, so that a repeated text is announced again. */
export class Announcer implements ReactiveController {
  /** What the live region holds now. */
  text = '';

  readonly #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  announce(text: string): void {
    this.#set();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#set(text);
      this.#timer = setTimeout(() => this.#set(), lifeMs);
    }, pauseMs);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  #set(text = ''): void {
    this.text = text;
    this.#host.requestUpdate();
  }
}
