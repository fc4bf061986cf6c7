/** What the suites ask of a browser: the same few things of Chromium, Firefox and WebKitGTK. */

export const engineNames = ['chromium', 'firefox', 'webkit'] as const;
export type EngineName = (typeof engineNames)[number];

/** Keys with a name; anything else is typed. */
export type Key =
  | 'Enter'
  | 'Escape'
  | 'Tab'
  | 'Backspace'
  | 'Delete'
  | 'ArrowDown'
  | 'ArrowUp'
  | 'ArrowLeft'
  | 'ArrowRight'
  | 'PageDown'
  | 'PageUp'
  | 'Home'
  | 'End'
  | 'c'
  | 'v';

export interface Media {
  dark?: boolean;
  forcedColors?: boolean;
  reducedMotion?: boolean;
  moreContrast?: boolean;
}

export interface Tab {
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  /** The browser's button. Resolves at once: whoever calls waits for what comes. */
  back(): Promise<void>;
  /** Calls a function in the page: it must not use anything from around it. Waits for a promise. */
  evaluate<A extends unknown[], R>(act: (...args: A) => R, ...args: A): Promise<Awaited<R>>;
  /** One key, as a person presses it. */
  press(key: Key, modifier?: 'Shift' | 'Control'): Promise<void>;
  type(text: string): Promise<void>;
  /** A click, or several in a row, with the pointer. */
  click(x: number, y: number, count?: number): Promise<void>;
  /** `scale`: pixels of the screen in one of the page, where {@link Engine.can} `emulate`. */
  resize(width: number, height: number, scale?: number): Promise<void>;
  /** A PNG. */
  screenshot(): Promise<Buffer>;
  /** The tab that a link of this one opened. */
  opened(): Promise<Tab>;
  /** Cuts the network off; only where {@link Engine.can} says so. */
  offline(isOffline: boolean): Promise<void>;
  /** Emulates what a system is set to; only where {@link Engine.can} says so. */
  emulate(media: Media): Promise<void>;
  close(): Promise<void>;
}

export interface Engine {
  readonly name: EngineName;
  readonly version: string;
  /** WebKitGTK's driver presses a key without a name for Shift+Tab. */
  can(what: 'offline' | 'emulate' | 'Shift+Tab'): boolean;
  /** In a profile of its own: nothing stored is shared with other tabs but those it opens. */
  open(): Promise<Tab>;
  close(): Promise<void>;
}

const usualLimitMs = 8000;

/** Asks again until the answer is a yes; there is no event for most of what a page does. */
export async function until(isSo: () => unknown, what: () => string, limitMs = usualLimitMs): Promise<void> {
  const deadline = performance.now() + limitMs;
  let failure: unknown;
  for (;;) {
    try {
      if (await isSo()) return;
      failure = undefined;
    } catch (error) {
      // The page may be on its way to another.
      failure = error;
    }
    if (performance.now() > deadline)
      throw new Error(`Not within ${limitMs} ms: ${what()}`, { cause: failure });
    await new Promise(resolve => setTimeout(resolve, 15));
  }
}
