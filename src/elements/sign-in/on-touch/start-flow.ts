import { loadBackend } from '../../../backends/index.js';
import type { PhoneError } from '../../../errors.js';
import { createSignIn, type Captcha, type SignIn } from '../../../flow/sign-in.js';
import { isPurpose, type Purpose } from '../../../protocol.js';
import { advise } from '../../shared/advise.js';
import type { SignInHost } from '../host.js';
import { stepStorage } from '../kept-step.js';

/** Begins the flow with the element's settings of now, at the step that was kept. */
export function startFlow(host: SignInHost): SignIn {
  const { backend, endpoint, codeLength, backendOptions } = host;
  const persist = stepStorage(host);
  const options = { endpoint, codeLength, storage: persist?.storage };
  return createSignIn({
    backend: typeof backend === 'string' ? () => loadBackend(backend, options, backendOptions) : backend,
    purpose: purposeOf(host),
    firstFactor: () => host.firstFactor,
    locale: () => host.pageLanguage,
    // Asked at each message: a captcha may come into the page later than the first touch.
    get captcha() {
      return host.captcha ?? slottedCaptcha(host);
    },
    persist,
    report: reportToAuthor,
  });
}

/** What makes tokens of the captcha in the slot; `undefined` where nothing is in it. */
function slottedCaptcha(host: Element): Captcha | undefined {
  const box = host.querySelector('[slot="captcha"]');
  return box
    ? async (_, signal) => (await import('../with-captcha/index.js')).freshToken(box, signal)
    : undefined;
}

function purposeOf({ purpose }: SignInHost): Purpose {
  if (isPurpose(purpose)) return purpose;
  // A framework hands over `undefined` for what its page leaves out.
  if (purpose as unknown) advise(advice => advice.warnOfPurpose(String(purpose)));
  return 'sign-in';
}

/** What the page's author can mend goes to the console, with what to do; a person reads a sentence of its own. */
function reportToAuthor({ code, message }: PhoneError): void {
  if (message !== code) console.error(`phone-sign-in: ${message}`); // eslint-disable-line no-console -- see above
}
