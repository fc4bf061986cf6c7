import '../../src/define.js';
import type { PhoneSignIn } from '../../src/index.js';
import { find } from '../dom.js';
import { server, standIn } from './stand-in.js';

const oldPhone = find<PhoneSignIn>('#old');
const newPhone = find<PhoneSignIn>('#new');
let permission = '';

standIn(oldPhone, newPhone);

oldPhone.addEventListener('phone-verified', ({ outcome }) => {
  if (outcome.kind !== 'proof') return;
  permission = outcome.token;
  oldPhone.hidden = true;
  newPhone.hidden = false;
  newPhone.focus();
});

newPhone.addEventListener('phone-verified', ({ outcome }) => {
  if (outcome.kind === 'proof') void change(outcome.token);
});

/** Your server: both proofs, or nothing changes. */
async function change(token: string): Promise<void> {
  const before = await server.verifyProof(permission, 'user-permission-validation');
  const after = await server.verifyProof(token, 'bind-new-identifier');
  find('#result').textContent =
    before && after ? `From ${before.phone} to ${after.phone}.` : 'Not proved: nothing was changed.';
}
