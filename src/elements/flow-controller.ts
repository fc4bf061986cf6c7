import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Backend } from '../backends/backend.js';
import { loadBackend } from '../backends/index.js';
import { PhoneError } from '../errors.js';
import { createSignIn, type SignIn } from '../flow/sign-in.js';
import type { FlowState } from '../flow/state.js';
import type { Texts } from '../localization/texts.js';
import { isPurpose, type Purpose } from '../protocol.js';
import type * as CodeStep from './code-step.js';

/** The element whose flow it is, with its settings. */
export interface FlowHost extends ReactiveControllerHost {
  readonly backend: string | Backend;
  readonly endpoint: string;
  readonly purpose: Purpose;
  readonly noPersist: boolean;
  readonly texts: Texts;
}

/** Ties an element to the flow: makes it from the element's settings, and fetches the code step in time. */
export class FlowController implements ReactiveController {
  readonly #host: FlowHost;
  readonly #onChange: (state: FlowState, previous: FlowState) => void;
  #signIn: SignIn | undefined;
  #isPrepared = false;
  #codeStep: typeof CodeStep | undefined;

  constructor(host: FlowHost, onChange: (state: FlowState, previous: FlowState) => void) {
    this.#host = host;
    this.#onChange = onChange;
    host.addController(this);
  }

  /** The flow, made when it is first needed. */
  get signIn(): SignIn {
    return (this.#signIn ??= this.#create());
  }

  get state(): FlowState {
    return this.signIn.state;
  }

  /** What draws the code step, once it is there. */
  get codeStep(): typeof CodeStep | undefined {
    return this.#codeStep;
  }

  hostDisconnected(): void {
    this.restart();
  }

  /** Ends this flow; the next look makes one from the settings of then, at the step that was kept. */
  restart(): void {
    this.#signIn?.dispose();
    this.#signIn = undefined;
    this.#isPrepared = false;
  }

  /** Fetches what will be needed, the first time that the person touches the element. */
  prepare(): void {
    if (this.#isPrepared) return;
    this.#isPrepared = true;
    this.signIn.prepare();
  }

  async loadCodeStep(): Promise<void> {
    if (this.#codeStep) return;
    try {
      this.#codeStep = await import('./code-step.js');
    } catch (cause) {
      throw new PhoneError('network', { cause });
    }
    this.#host.requestUpdate();
  }

  #create(): SignIn {
    const { backend, endpoint, noPersist } = this.#host;
    const purpose = isPurpose(this.#host.purpose) ? this.#host.purpose : 'sign-in';
    const storage = noPersist ? undefined : sessionStorageIfAllowed();
    const name = typeof backend === 'string' ? backend : 'custom';
    const signIn = createSignIn({
      // The code step is fetched with the adapter: no message is sent whose code could not be entered.
      backend: async () => {
        const adapter = typeof backend === 'string' ? loadBackend(backend, { endpoint, storage }) : backend;
        return (await Promise.all([adapter, this.loadCodeStep()]))[0];
      },
      purpose,
      locale: () => this.#host.texts.locale,
      persist: storage && { storage, key: `phone-sign-in/1 ${name} ${endpoint} ${purpose}` },
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
}

/** Reading `sessionStorage` throws where a page may not store, as in a sandboxed frame. */
function sessionStorageIfAllowed(): Storage | undefined {
  try {
    return sessionStorage;
  } catch {
    return undefined;
  }
}

/** What the page's author can mend goes to the console, with what to do; a person reads a sentence of its own. */
function reportToAuthor({ code, message }: PhoneError): void {
  if (message !== code) console.error(`phone-sign-in: ${message}`); // eslint-disable-line no-console -- see above
}
