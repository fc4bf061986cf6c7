import 'phone-sign-in/before.css';
import './style.css';
import 'phone-sign-in/define';
import { createInPageBackend } from './in-page-backend.js';

const signIn = document.querySelector('phone-sign-in');
const message = document.querySelector('#message');

signIn.backend = createInPageBackend(({ phone, text }) => {
  message.textContent = `To ${phone}: ${text}`;
});
signIn.addEventListener('phone-verified', ({ phone }) => {
  message.textContent = `Signed in as ${phone}`;
});
