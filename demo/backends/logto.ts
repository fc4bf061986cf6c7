/** One page for every step of Logto’s that a phone can take: which one it is stands in the path. */
import '../../src/define.js';
import type { PhoneSignIn } from '../../src/index.js';
import { find } from '../dom.js';

const signIn = find<PhoneSignIn>('phone-sign-in');

const steps: Record<string, Partial<PhoneSignIn>> = {
  'sign-in': { purpose: 'sign-in' },
  register: { purpose: 'register' },
  'forgot-password': { purpose: 'forgot-password' },
  'reset-password': { purpose: 'forgot-password' },
  // After another first step of the same interaction: a password, a social account.
  continue: { purpose: 'bind-new-identifier' },
  'mfa-verification': { purpose: 'mfa-verification', phoneLocked: true },
  // Whether it can be put off is said by Logto's refusal of the first step, which leads here.
  'mfa-binding': { purpose: 'bind-mfa', skippable: new URLSearchParams(location.search).has('skippable') },
};

const [, name = ''] = /^\/(?:identifier-)?([\w-]+)/.exec(location.pathname) ?? [];
const step =
  name === 'social-linking'
    ? undefined
    : (steps[name] ?? (document.querySelector('#setup') ? undefined : steps['sign-in']));

// The page speaks the browser's language, as Logto's own does.
signIn.locale = navigator.language;

if (name === 'social-linking') void import('./logto-social.js').then(({ linkSocial }) => linkSocial());
else if (step) {
  Object.assign(signIn, step).hidden = false;
  // `app_id`: two applications may sign in at once, in two tabs of one browser.
  for (const link of signIn.querySelectorAll('a')) link.search = location.search;
  signIn.addEventListener('phone-step-change', showFooter);
  void signIn.updateComplete.then(showFooter);
  void hideWhatIsOff();
}

/** No link to what Logto would refuse. */
async function hideWhatIsOff(): Promise<void> {
  const response = await fetch('/api/.well-known/sign-in-exp').catch(() => undefined);
  if (!response?.ok) return;
  const { signInMode, forgotPassword } = (await response.json()) as {
    signInMode?: string;
    forgotPassword?: { phone?: boolean };
  };
  if (signInMode === 'SignIn') find('[href*="/register"]').remove();
  if (forgotPassword?.phone === false) find('[href*="/forgot-password"]').remove();
}

/** The other ways in; not beside a question of Logto's, which begins something else. */
function showFooter(): void {
  for (const footer of signIn.querySelectorAll<HTMLElement>('[data-step]'))
    footer.hidden = footer.dataset['step'] !== step?.purpose || signIn.state.step === 'next';
}

const siteKey = find<HTMLMetaElement>('meta[name="turnstile-site-key"]').content;
if (step && siteKey) {
  const box = Object.assign(document.createElement('div'), { slot: 'captcha', className: 'cf-turnstile' });
  box.dataset['sitekey'] = siteKey;
  signIn.append(box);
  const src = 'https://challenges.cloudflare.com/turnstile/v0/api.js';
  document.head.append(Object.assign(document.createElement('script'), { src, async: true }));
}
