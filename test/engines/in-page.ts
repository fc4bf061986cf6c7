/** What the suites need inside a page. It runs before anything else there, so its clock is the one the widget sees. */

export interface InPage {
  /** Every element that matches, through shadow roots, in the order of the page. */
  all(selector: string): Element[];
  /** The first one in sight. */
  find(selector: string): Element | undefined;
  /** Where to click it; it is scrolled into sight. */
  point(selector: string): { x: number; y: number } | undefined;
  /** The element with the focus, inside shadow roots. */
  focused(): Element | undefined;
  /** What can be read in the sign-in, without what only a screen reader says. */
  text(): string;
  /** Moves the page's clock alone: it is set, or the machine sleeps, in which its stopwatch may stand still. */
  shift(milliseconds: number): void;
  /** Moves clock and stopwatch without letting timers run, as for a page that is stopped. */
  stop(milliseconds: number): void;
  /** Lets time pass: clock and stopwatch move, and the long timers that are due then run. */
  pass(milliseconds: number): void;
  /** What live regions said, in order. */
  said: string[];
  events: string[];
  violations: string[];
}

declare global {
  var probe: InPage;
}

/** Self-contained: its source is what the page runs. */
export function installHelpers(): void {
  const realNow = Date.now.bind(Date);
  const realStopwatch = performance.now.bind(performance);
  const realTimeout = globalThis.setTimeout.bind(globalThis);
  const realClear = globalThis.clearTimeout.bind(globalThis);
  // A page that is loaded anew, or comes out of a cache, has the clock that the case has set meanwhile.
  const kept = () => Number(localStorage.getItem('aheadMs') ?? 0);
  let aheadMs = kept();
  const held = new Map<number, { atMs: number; act: () => void }>();
  let passedMs = 0;
  Date.now = () => realNow() + aheadMs;
  performance.now = () => realStopwatch() + passedMs;
  // Only the widget's time-outs are held back. What ticks every second ticks for real, and so do the drivers' own of 30 s.
  globalThis.setTimeout = ((act: () => void, delayMs = 0, ...args: unknown[]) => {
    if (delayMs < 5000 || delayMs > 20_000 || typeof act !== 'function')
      return realTimeout(act, delayMs, ...args);
    const id = realTimeout(() => undefined, 0) as unknown as number;
    held.set(id, { atMs: Date.now() + delayMs, act });
    return id;
  }) as typeof setTimeout;
  globalThis.clearTimeout = (id?: Parameters<typeof clearTimeout>[0]) => {
    held.delete(Number(id));
    realClear(id);
  };

  const elements = (root: ParentNode): Element[] =>
    [...root.querySelectorAll('*')].flatMap(element => [
      element,
      ...(element.shadowRoot ? elements(element.shadowRoot) : []),
    ]);
  const isSeen = (element: Element) => element.checkVisibility() && element.getBoundingClientRect().width > 0;
  const textOf = (node: Node): string => {
    if (node instanceof Text) return node.data;
    if (node instanceof Element && node.matches('.visually-hidden, style, script')) return '';
    if (node instanceof HTMLSlotElement && node.assignedNodes().length)
      return node.assignedNodes().map(textOf).join('');
    const root = node instanceof Element && node.shadowRoot ? node.shadowRoot : node;
    return [...root.childNodes].map(textOf).join('');
  };

  globalThis.probe = {
    all: selector => elements(document).filter(element => element.matches(selector)),
    find: selector => elements(document).find(element => element.matches(selector) && isSeen(element)),
    point(selector) {
      const element = this.find(selector);
      element?.scrollIntoView({ block: 'nearest' });
      const box = element?.getBoundingClientRect();
      return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    },
    focused() {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      return element ?? undefined;
    },
    text() {
      const signIn = document.querySelector('phone-sign-in');
      return signIn ? textOf(signIn).replace(/\s+/g, ' ').trim() : '';
    },
    shift(milliseconds) {
      aheadMs += milliseconds;
    },
    stop(milliseconds) {
      aheadMs += milliseconds;
      passedMs += milliseconds;
    },
    pass(milliseconds) {
      this.stop(milliseconds);
      for (const [id, { atMs, act }] of [...held]) {
        if (atMs > Date.now()) continue;
        held.delete(id);
        act();
      }
    },
    said: [],
    events: [],
    violations: [],
  };

  addEventListener('securitypolicyviolation', event => {
    globalThis.probe.violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
  });
  addEventListener('error', event => globalThis.probe.violations.push(`threw: ${event.message}`));
  addEventListener('pageshow', event => {
    if (event.persisted) aheadMs = kept();
    globalThis.probe.events.push(`pageshow ${event.persisted}`);
  });
  for (const name of ['step-change', 'code-request', 'code-sent', 'code-verify', 'verified', 'error'])
    addEventListener(`phone-${name}`, () => globalThis.probe.events.push(`phone-${name}`));
  // Live regions are read as often as they can change.
  let heard = new Map<Element, string>();
  const listen = () => {
    const regions = elements(document).filter(element => element.matches('[role=status], [role=alert]'));
    const now = new Map(regions.map(region => [region, region.textContent.trim()]));
    for (const [region, text] of now)
      if (text && heard.get(region) !== text) globalThis.probe.said.push(text);
    heard = now;
  };
  setInterval(listen, 20);
}
