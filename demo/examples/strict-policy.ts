import '../../src/define.js';
import { find } from '../dom.js';
import { standIn } from './stand-in.js';

const signIn = document.querySelector('phone-sign-in')!;

standIn(signIn);

const policy = document.querySelector<HTMLMetaElement>('meta[http-equiv="Content-Security-Policy"]')!;
find('#policy').textContent = policy.content.replaceAll('; ', ';\n');

signIn.addEventListener('phone-verified', ({ phone }) => {
  find('#result').textContent = `Signed in as ${phone}.`;
});
