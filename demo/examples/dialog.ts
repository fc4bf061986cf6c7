import '../../src/define.js';
import { find } from '../dom.js';
import { standIn } from './stand-in.js';

const dialog = find<HTMLDialogElement>('#dialog');
const signIn = document.querySelector('phone-sign-in')!;

standIn(signIn);

find('#open').addEventListener('click', () => dialog.showModal());

signIn.addEventListener('phone-verified', ({ phone }) => {
  dialog.close();
  find('#open').hidden = true;
  find('#result').textContent = `Signed in as ${phone}.`;
});
