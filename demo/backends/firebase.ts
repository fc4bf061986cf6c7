import '../../src/define.js';
import type { PhoneSignIn } from '../../src/index.js';
import { find } from '../dom.js';
import { recaptchaToken } from './recaptcha.js';
import { readSettings } from './settings.js';

const signIn = find<PhoneSignIn>('phone-sign-in');
const settings = readSettings();
const { apiKey = '', endpoint = '' } = settings ?? {};

if (settings) {
  signIn.endpoint = endpoint;
  signIn.backendOptions = { apiKey };
  // Google sends nothing without a token, the emulator asks for none.
  if (!endpoint) signIn.captcha = () => recaptchaToken(apiKey);
  signIn.hidden = false;
}

signIn.addEventListener('phone-verified', ({ outcome }) => {
  if (outcome.kind !== 'session') return;
  // `outcome.token` is the ID token: send it to your server, which checks it with the Admin SDK.
  const { localId, phoneNumber, isNewUser } = outcome.claims as Record<string, unknown>;
  find('#result').textContent =
    `Firebase knows who you are: ${String(phoneNumber)}, ${isNewUser ? 'new here' : 'known here'} as ${String(localId)}`;
});
