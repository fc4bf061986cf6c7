import '../../src/define.js';
import { find } from '../dom.js';
import { server, standIn } from './stand-in.js';

const signIn = document.querySelector('phone-sign-in')!;

standIn(signIn);

signIn.addEventListener('phone-verified', ({ outcome }) => {
  if (outcome.kind === 'proof') void finish(outcome.token);
});

/** Your server: whose second factor it was, it knows by the session that the password began. */
async function finish(token: string): Promise<void> {
  const proof = await server.verifyProof(token, 'mfa-verification');
  find('#result').textContent = proof ? 'Both factors are right: you are in.' : 'Not proved.';
}
