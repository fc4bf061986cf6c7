import { useMemo, useState } from 'react';
import { PhoneSignIn } from 'phone-sign-in/react';
import { createInPageBackend } from './in-page-backend.js';

export function App() {
  const [said, setSaid] = useState('Try any number: the message arrives here, and nothing is really sent.');
  const backend = useMemo(
    () => createInPageBackend(({ phone, text }) => setSaid(`To ${phone}: ${text}`)),
    [],
  );
  return (
    <>
      <PhoneSignIn
        backend={backend}
        defaultCountry="GB"
        noPersist
        onPhoneVerified={({ phone }) => setSaid(`Signed in as ${phone}`)}
      >
        <p slot="legal">By continuing you agree to our terms.</p>
      </PhoneSignIn>
      <output>{said}</output>
    </>
  );
}
