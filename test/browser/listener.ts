/** Hears what assistive technology would: live regions as they change, and where the focus goes, through shadow roots. */
export class Listener {
  #heard: string[] = [];
  readonly #roots = new Set<ParentNode>();
  readonly #texts = new Map<Element, string>();
  readonly #observer = new MutationObserver(() => this.#look());
  readonly #ending = new AbortController();

  constructor() {
    this.#listenTo(document.body);
  }

  /** What was heard, in order; `focused` says what has the focus. */
  async heard(focused: () => Promise<string>): Promise<string> {
    const heard = this.#heard.map(async one => one || (await focused()));
    return (await Promise.all(heard)).join('; then ').replace(/in \d+ seconds/g, 'in n seconds') || '–';
  }

  forget(): void {
    this.#heard = [];
  }

  end(): void {
    this.#observer.disconnect();
    this.#ending.abort();
  }

  #listenTo(root: HTMLElement | ShadowRoot): void {
    if (this.#roots.has(root)) return;
    this.#roots.add(root);
    this.#observer.observe(root, { subtree: true, childList: true, characterData: true });
    root.addEventListener('focusin', event => this.#onFocus(event), { signal: this.#ending.signal });
    this.#look();
  }

  #onFocus({ target, currentTarget }: Event): void {
    const root = (target as Element).getRootNode();
    // An element with a shadow root hands the focus on, and that is heard inside.
    if ((target as Element).shadowRoot || (root !== currentTarget && currentTarget !== document.body)) return;
    this.#heard = [...this.#heard.filter(Boolean), ''];
  }

  #look(): void {
    for (const root of this.#roots) {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) this.#listenTo(element.shadowRoot);
        if (!element.matches('[role=status], [role=alert]')) continue;
        const text = element.textContent.trim();
        if (text && text !== this.#texts.get(element)) this.#heard.push(`says “${text}”`);
        this.#texts.set(element, text);
      }
    }
  }
}
