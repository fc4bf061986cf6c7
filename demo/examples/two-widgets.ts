import '../../src/define.js';
import type { PhoneSignIn, PhoneVerifiedEvent } from '../../src/index.js';
import { find } from '../dom.js';
import { standIn } from './stand-in.js';

standIn(find<PhoneSignIn>('#first'), find<PhoneSignIn>('#second'));

// Events bubble: one listener hears both.
document.addEventListener('phone-verified', event => {
  const { target, phone } = event as PhoneVerifiedEvent;
  find('#result').textContent = `${(target as PhoneSignIn).purpose}: ${phone}`;
});
