import { LitElement, ReactiveElement, type PropertyDeclarations } from 'lit';
import { matchLocale } from '../../localization/locales.js';
import type { Messages } from '../../localization/messages.js';
import { loadTexts, loadedTexts, sourceTexts, type Texts } from '../../localization/texts.js';

/** The longest that a first render waits for its language before it shows English. */
const languageWaitMs = 3000;

const wait = (ms?: number) => new Promise<void>(done => setTimeout(done, ms));

/**
 * What our elements share: the language. An element speaks the `texts` it is handed, or else those of its `locale`, the
 * nearest `lang`, or the browser, and follows when these change.
 */
export abstract class PhoneElement extends LitElement {
  static override readonly properties: PropertyDeclarations = {
    locale: {},
    messages: { type: Object },
    texts: { attribute: false },
  };
  /** BCP 47 language tag; without it the nearest `lang` counts, and then the browser's language. */
  locale = '';
  /** The page's own wording: language → id → text, with `{0}` for a value. As an attribute: JSON. */
  messages: Messages | undefined;

  /** @internal Other words for the same. */
  reword: ((texts: Texts) => Texts) | undefined;

  // No #private fields: a copy of this class, evaluated a second time, may take the element over (see `become`).
  private _texts = sourceTexts;
  /** @internal An element of ours around this one hands it the texts, and whatever else it knows. */
  isHanded = false;
  private _loading: Promise<void> | undefined;
  private _languageObserver: MutationObserver | undefined;

  /** @internal The texts, handed down by an element of ours around this one. */
  set texts(texts: Texts) {
    this.isHanded = true;
    this._show(texts);
  }

  get texts(): Texts {
    return this.reword?.(this._texts) ?? this._texts;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.isHanded) return;
    if (this.hasUpdated) this._chooseLanguage();
    this._languageObserver = new MutationObserver(() => this._chooseLanguage());
    this._languageObserver.observe(document, { attributeFilter: ['lang'], subtree: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this._languageObserver?.disconnect();
  }

  /** Lit's own would draw before what a server has drawn, and its support for that would go over it. */
  protected override createRenderRoot(): ShadowRoot {
    return (ReactiveElement.prototype as unknown as PhoneElement).createRenderRoot.call(this);
  }

  protected override async scheduleUpdate(): Promise<unknown> {
    // Only a first render waits; a later one shows the old language until the new one is there.
    if (!this.hasUpdated && !this.isHanded) {
      this._chooseLanguage();
      // While the page is loading, its script has only now been evaluated: the first picture is a task of its own.
      await (this._loading ?? (document.readyState !== 'complete' && wait()));
      const root = this.renderRoot as ShadowRoot;
      if (root.firstChild) {
        await import('./drawn/index.js').then(drawn => drawn.takeOver(this)).catch(() => undefined);
        root.replaceChildren();
      }
    }
    return super.scheduleUpdate();
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (this.isHanded || !this.hasUpdated || !this.isConnected) return;
    if (changed.has('locale') || changed.has('messages')) this._chooseLanguage();
  }

  /** @internal What the page asks for, which a server may speak where we do not. */
  get pageLanguage(): string {
    return this.locale || nearestLanguage(this) || navigator.language;
  }

  private _chooseLanguage(): void {
    const { messages } = this;
    const locale = matchLocale(this.pageLanguage);
    const texts = messages ? undefined : loadedTexts(locale);
    if (texts) {
      this._loading = undefined;
      this._show(texts);
      return;
    }
    const arrival = loadTexts(locale, messages).then(texts => {
      // A newer choice may have been made meanwhile.
      if (this._loading === loading) this._show(texts);
    });
    const loading = Promise.race([arrival, wait(languageWaitMs)]);
    this._loading = loading;
  }

  private _show(texts: Texts): void {
    const old = this._texts;
    this._texts = texts;
    this.requestUpdate('texts', old);
  }
}

/** The `lang` that counts for an element, through the shadow roots around it. */
function nearestLanguage(element: Element): string {
  for (let at: Element | undefined = element; at; at = hostOf(at)) {
    const language = at.closest('[lang]')?.getAttribute('lang');
    if (language) return language;
  }
  return '';
}

function hostOf(element: Element): Element | undefined {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : undefined;
}
