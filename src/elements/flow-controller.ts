import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Backend } from '../backends/backend.js';
import { PhoneError } from '../errors.js';
import type { SignIn } from '../flow/sign-in.js';
import { initialState, type FlowState } from '../flow/state.js';
import type { Texts } from '../localization/texts.js';
import { isPurpose, type Purpose } from '../protocol.js';
import type * as LaterSteps from './later-steps.js';

/** The element whose flow it is, with its settings. */
export interface FlowHost extends ReactiveControllerHost {
  readonly backend: string | Backend;
  readonly endpoint: string;
  readonly purpose: Purpose;
  readonly noPersist: boolean;
  readonly texts: Texts;
}

/** Ties an element to its flow, which is fetched when the person touches the element, or when a reload kept a step. */
export class FlowController implements ReactiveController {
  readonly #host: FlowHost;
  readonly #onChange: (state: FlowState, previous: FlowState) => void;
  #later: typeof LaterSteps | undefined;
  #signIn: SignIn | undefined;
  #isPrepared = false;

  constructor(host: FlowHost, onChange: (state: FlowState, previous: FlowState) => void) {
    this.#host = host;
    this.#onChange = onChange;
    host.addController(this);
  }

  get state(): FlowState {
    return this.#signIn?.state ?? initialState();
  }

  /** The flow, if it has begun. */
  get signIn(): SignIn | undefined {
    return this.#signIn;
  }

  /** What draws the steps behind the number, once it is there. */
  get later(): typeof LaterSteps | undefined {
    return this.#later;
  }

  /** Whether a reload kept a step, which must be there before anything is drawn. */
  get isKept(): boolean {
    try {
      return this.#persist?.storage.getItem(this.#persist.key) != null;
    } catch {
      return false;
    }
  }

  hostDisconnected(): void {
    this.restart();
  }

  /** Ends this flow; another begins from the settings of then, at the step that was kept. */
  restart(): void {
    this.#signIn?.dispose();
    this.#signIn = undefined;
    this.#isPrepared = false;
  }

  /** Fetches what will be needed, the first time that the person touches the element. */
  prepare(): void {
    if (this.#isPrepared) return;
    this.#isPrepared = true;
    this.load().then(
      signIn => signIn.prepare(),
      () => (this.#isPrepared = false),
    );
  }

  /** Begins the flow. Rejects with `network` where what it needs cannot be fetched; the next call tries again. */
  async load(): Promise<SignIn> {
    try {
      this.#later ??= await import('./later-steps.js');
    } catch (cause) {
      throw new PhoneError('network', { cause });
    }
    if (!this.#signIn) {
      this.#signIn = this.#begin(this.#later);
      this.#host.requestUpdate();
    }
    return this.#signIn;
  }

  #begin({ createSignIn, loadBackend }: typeof LaterSteps): SignIn {
    const { backend, endpoint, purpose } = this.#host;
    if (!isPurpose(purpose)) {
      const detail = `There is no purpose "${String(purpose)}"; "sign-in" is assumed.`;
      reportToAuthor(new PhoneError('misconfigured', { detail }));
    }
    const storage = this.#persist?.storage;
    const signIn = createSignIn({
      backend: typeof backend === 'string' ? () => loadBackend(backend, { endpoint, storage }) : backend,
      purpose: this.#purpose,
      locale: () => this.#host.texts.locale,
      persist: this.#persist,
      report: reportToAuthor,
    });
    let previous = signIn.state;
    signIn.subscribe(state => {
      const before = previous;
      previous = state;
      this.#onChange(state, before);
    });
    return signIn;
  }

  get #purpose(): Purpose {
    return isPurpose(this.#host.purpose) ? this.#host.purpose : 'sign-in';
  }

  /** Where the step survives a reload: one entry for each backend, endpoint and purpose of the page. */
  get #persist(): { storage: Storage; key: string } | undefined {
    const { backend, endpoint, noPersist } = this.#host;
    if (noPersist) return undefined;
    const name = typeof backend === 'string' ? backend : 'custom';
    try {
      return { storage: sessionStorage, key: `phone-sign-in/1 ${name} ${endpoint} ${this.#purpose}` };
    } catch {
      // Reading `sessionStorage` throws where a page may not store, as in a sandboxed frame.
      return undefined;
    }
  }
}

/** What the page's author can mend goes to the console, with what to do; a person reads a sentence of its own. */
function reportToAuthor({ code, message }: PhoneError): void {
  if (message !== code) console.error(`phone-sign-in: ${message}`); // eslint-disable-line no-console -- see above
}
