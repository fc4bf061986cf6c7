import '../../src/define.js';
import { find } from '../dom.js';
import { server, standIn } from './stand-in.js';

const signIn = document.querySelector('phone-sign-in')!;
const form = find<HTMLFormElement>('#password');
let token = '';

standIn(signIn);

signIn.addEventListener('phone-verified', ({ outcome }) => {
  if (outcome.kind !== 'proof') return;
  ({ token } = outcome);
  signIn.hidden = true;
  form.hidden = false;
  form.querySelector('input')!.focus();
});

form.addEventListener('submit', event => {
  event.preventDefault();
  void save();
});

/** Your server: a proof for another purpose, or an old one, changes nothing. */
async function save(): Promise<void> {
  const proof = await server.verifyProof(token, 'forgot-password');
  form.hidden = proof !== undefined;
  find('#result').textContent = proof
    ? `The account of ${proof.phone} has a new password.`
    : 'That took too long. Ask for another code.';
}
