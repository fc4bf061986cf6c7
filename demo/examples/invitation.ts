import '../../src/define.js';
import { find } from '../dom.js';
import { server, standIn } from './stand-in.js';

const signIn = document.querySelector('phone-sign-in')!;
const result = find('#result');

/** Your server's: made when somebody was invited, and named by a secret in the link of the message. */
const invitation = { organization: 'ACME', phone: '+447400127001', isAccepted: false };

standIn(signIn);

signIn.addEventListener('phone-verified', ({ outcome }) => {
  if (outcome.kind === 'proof') void accept(outcome.token);
});

/** Your server: it is the number that was invited which must be proved, and for this purpose. */
async function accept(token: string): Promise<void> {
  const proof = await server.verifyProof(token, 'organization-invitation');
  const isInvited = proof?.phone === invitation.phone && !invitation.isAccepted;
  if (isInvited) invitation.isAccepted = true;
  result.textContent = isInvited
    ? `You are a member of ${invitation.organization}.`
    : 'This invitation is for another number.';
}
