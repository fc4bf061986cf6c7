import '../../src/define.js';
import { find } from '../dom.js';
import { server, standIn } from './stand-in.js';

const form = find<HTMLFormElement>('#order');
const result = find('#result');

standIn(document.querySelector('phone-sign-in')!);

form.addEventListener('submit', event => {
  event.preventDefault();
  void order(Object.fromEntries(new FormData(form)) as Record<string, string>);
});

/** What the form's own server does with it. */
async function order({ customer, 'phone-proof': token = '' }: Record<string, string>): Promise<void> {
  const proof = await server.verifyProof(token, 'bind-new-identifier');
  result.textContent = proof
    ? `Ordered for ${customer}, who can be reached at ${proof.phone}.`
    : 'That number is not proved.';
}
