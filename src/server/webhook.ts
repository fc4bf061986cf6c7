/** `onVerified` over HTTP: asks a back end in any language who somebody is, by a signed request (standardwebhooks.com). */
import type { OnVerified } from './options.js';

export interface WebhookOptions {
  /** Where to post to: https, but for hosts that nobody else can listen to. */
  url: string;
  /** `whsec_` and 24 to 64 bytes in base64. A list rotates it: each of them signs. */
  secret: string | readonly string[];
}

const encoder = new TextEncoder();

/**
 * Throws a `TypeError` for a secret that is none. An answer of 2xx counts: claims or `{ "deny": code }` as JSON, or no body. All
 * else is thrown, so that nobody is signed in.
 */
export function createWebhook({ url, secret }: WebhookOptions): OnVerified {
  const keys = [secret].flat().map(readSecret);

  return async ({ phone, purpose, challenge, signal }) => {
    const id = `msg_${challenge}`;
    const sentAt = new Date();
    const timestamp = String(Math.floor(sentAt.getTime() / 1000));
    const data = { phone, purpose, challenge };
    const body = JSON.stringify({ type: 'phone.verified', timestamp: sentAt.toISOString(), data });
    const signatures = await Promise.all(keys.map(key => sign(key, `${id}.${timestamp}.${body}`)));
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': timestamp,
        'webhook-signature': signatures.join(' '),
      },
      body,
      signal,
      // What was signed for one address is for no other.
      redirect: 'manual',
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`The webhook answered ${String(response.status)[0]}xx`);
    return text === '' ? undefined : (JSON.parse(text) as ReturnType<OnVerified>);
  };
}

function readSecret(secret: string): Promise<CryptoKey> {
  const [, base64 = ''] = /^whsec_([A-Za-z\d+/]+={0,2})$/.exec(secret) ?? [];
  const bytes = Uint8Array.from(base64.length % 4 === 0 ? atob(base64) : '', sign => sign.charCodeAt(0));
  if (bytes.length < 24 || bytes.length > 64) {
    throw new TypeError(
      'phone-sign-in: the secret of a webhook is "whsec_" and 24 to 64 bytes in base64. Make one with: echo "whsec_$(openssl rand -base64 32)"',
    );
  }
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
}

async function sign(key: Promise<CryptoKey>, text: string): Promise<string> {
  const mac = new Uint8Array(await crypto.subtle.sign('HMAC', await key, encoder.encode(text)));
  return `v1,${btoa(String.fromCharCode(...mac))}`;
}
