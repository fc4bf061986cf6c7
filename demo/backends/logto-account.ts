import '../../src/define.js';
import type { PhoneSignIn } from '../../src/index.js';
import { find } from '../dom.js';
import { readSettings } from './settings.js';

const form = find<HTMLFormElement>('#settings');
const signIn = find<PhoneSignIn>('phone-sign-in');
// The page speaks the browser's language, as Logto's own does.
signIn.locale = navigator.language;
const result = find('#result');
readSettings();

/** Asked for at each call. On your page: `() => logto.getAccessToken()`. */
const accessToken = () => Promise.resolve(find<HTMLInputElement>('#token').value);

form.addEventListener('submit', event => {
  // The token stays out of the address.
  event.preventDefault();
  signIn.endpoint = find<HTMLInputElement>('[name="endpoint"]').value;
  signIn.backendOptions = { accessToken };
  form.hidden = true;
  signIn.hidden = false;
});

signIn.addEventListener('phone-verified', ({ outcome, phone }) => {
  if (outcome.kind === 'proof') {
    signIn.backendOptions = { accessToken, verificationRecordId: outcome.token };
    signIn.purpose = 'bind-new-identifier';
    result.textContent = 'It is you. Now the new number.';
    void signIn.updateComplete.then(() => signIn.focus());
  } else {
    result.textContent = `Logto has your new number: ${phone}`;
  }
});
