import '../../src/define.js';
import type { PhoneSignIn } from '../../src/index.js';
import { find } from '../dom.js';
import { readSettings } from './settings.js';

const signIn = find<PhoneSignIn>('phone-sign-in');
const toggle = find('#switch');
const result = find('#result');
const settings = readSettings();

if (settings) {
  signIn.endpoint = settings['endpoint'] ?? '';
  signIn.hidden = false;
}

toggle.addEventListener('click', () => {
  const isReset = signIn.purpose !== 'forgot-password';
  signIn.purpose = isReset ? 'forgot-password' : 'sign-in';
  toggle.textContent = isReset ? 'Back to signing in' : 'Forgot your password?';
});

signIn.addEventListener('phone-verified', ({ outcome }) => {
  // A changed password signs nobody in.
  if (outcome.kind === 'session') void showSession();
});

/** The cookie is set: from here on every request of the page carries it. */
async function showSession(): Promise<void> {
  const response = await fetch(`${signIn.endpoint}/get-session`, { credentials: 'include' });
  const { user } = (await response.json()) as { user: { phoneNumber: string } };
  result.textContent = `better-auth knows who you are: ${user.phoneNumber}`;
}
