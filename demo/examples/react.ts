import { createElement as h, useState } from 'react';
import { createRoot } from 'react-dom/client';
import '../../src/define.js';
import type { PhoneSignIn, PhoneVerifiedEvent } from '../../src/index.js';
import { find } from '../dom.js';
import { standIn } from './stand-in.js';

const connect = (signIn: PhoneSignIn | null) => {
  if (signIn) standIn(signIn);
};

/** In JSX: `<phone-sign-in countries={['GB', 'IE', 'US']} onphone-verified={…} ref={…} />`. */
function SignIn() {
  const [phone, setPhone] = useState<string>();
  return h(
    'div',
    null,
    h('phone-sign-in', {
      endpoint: '/api/phone',
      countries: ['GB', 'IE', 'US'],
      'onphone-verified': (event: PhoneVerifiedEvent) => setPhone(event.phone),
      ref: connect,
    }),
    phone && h('p', { className: 'result' }, `React knows: ${phone}`),
  );
}

createRoot(find('#root')).render(h(SignIn));
