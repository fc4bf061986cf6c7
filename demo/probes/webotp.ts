/** Whether this browser hands over a code that came by SMS, and why it does not. */
import { find } from '../dom.js';
import { note } from './probe.js';

note(
  `OTPCredential: ${'OTPCredential' in globalThis}; secure: ${isSecureContext}; host: ${location.hostname}`,
);
find('#message').textContent = `123456 is your code.\n\n@${location.hostname} #123456`;
const field = find<HTMLElementTagNameMap['phone-code-field']>('phone-code-field');
field.addEventListener('phone-code-complete', () => note('the field is full'));
