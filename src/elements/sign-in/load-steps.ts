import type { FormControl } from '../shared/form-control.js';
import type { SignInHost } from './host.js';
import { leaveStepStorage } from './kept-step.js';
import type { SignInSteps } from './on-touch/index.js';

/** Gives an element that waited for its class that class, once it is there. */
export let takeOver: ((element: FormControl) => void) | undefined;

/** Fetches what follows the number, the code step's elements among it. */
export async function loadSteps(): Promise<typeof SignInSteps> {
  const steps = await import('./on-touch/index.js');
  takeOver = steps.takeOver;
  return steps.SignInSteps;
}

/** What follows the number in one sign-in: flow and screens, once they have been fetched. */
export class LaterSteps {
  steps: SignInSteps | undefined;
  readonly #host: SignInHost;
  #isPrepared = false;

  constructor(host: SignInHost) {
    this.#host = host;
  }

  /** Fetches them, and begins. Rejects where they cannot be fetched; the next call tries again. */
  async load(): Promise<SignInSteps> {
    // Even a module that is there is handed out a task later, when the number may be another.
    if (!this.steps) {
      const Steps = await loadSteps();
      // Another call may have been quicker.
      this.steps ??= new Steps(this.#host);
    }
    this.steps.begin();
    return this.steps;
  }

  /** Fetches what will be needed, the first time that the person touches the element. */
  prepare(): void {
    if (this.#isPrepared) return;
    this.#isPrepared = true;
    this.load().then(
      steps => steps.prepare(),
      () => (this.#isPrepared = false),
    );
  }

  /** Ends the flow. The next touch begins another, with the settings of then. */
  end(): void {
    this.steps?.end();
    // What was proved was proved for the settings of before.
    this.#host.setToken('');
    leaveStepStorage(this.#host);
    this.#isPrepared = false;
  }
}
