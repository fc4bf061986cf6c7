/**
 * Everything secret comes from the one `secret`: a key for each use, by HKDF. What is stored is an HMAC (to be found or
 * compared) or AES-GCM ciphertext (to be read again), so that a copy of the store alone says nothing.
 */
const encoder = new TextEncoder();

export interface Keys {
  /** HMAC-SHA-256 of the parts, in base64url; `use` keeps equal input of different uses apart. */
  mac(use: 'code' | 'phone' | 'client' | 'request' | 'session-id', ...parts: string[]): Promise<string>;
  /** Encrypts; only the same `context` opens it again. */
  seal(plain: unknown, context: string): Promise<string>;
  /** Rejects when the text was changed, or sealed in another context or with another secret. */
  open(sealed: string, context: string): Promise<unknown>;
  /** For HS256. */
  signing(use: 'session' | 'proof'): Promise<CryptoKey>;
}

/** Throws a `TypeError` when the secret is too short to resist guessing. */
export function createKeys(secret: string): Keys {
  if (typeof secret !== 'string' || secret.length < 32) {
    throw new TypeError(
      'phone-sign-in: "secret" must have at least 32 characters. Make one with: openssl rand -base64 32',
    );
  }
  const root = crypto.subtle.importKey('raw', encoder.encode(secret), 'HKDF', false, ['deriveKey']);
  const derived = new Map<string, Promise<CryptoKey>>();

  function derive(use: string, algorithm: AesKeyGenParams | HmacKeyGenParams, usages: KeyUsage[]) {
    let key = derived.get(use);
    if (!key) {
      const info = encoder.encode(`phone-sign-in ${use}`);
      const hkdf = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info };
      key = root.then(root => crypto.subtle.deriveKey(hkdf, root, algorithm, false, usages));
      derived.set(use, key);
    }
    return key;
  }

  const hmac = { name: 'HMAC', hash: 'SHA-256', length: 256 };
  const sealing = () => derive('seal', { name: 'AES-GCM', length: 256 }, ['encrypt', 'decrypt']);

  return {
    async mac(use, ...parts) {
      const key = await derive(use, hmac, ['sign']);
      // As JSON, because joined parts could be cut elsewhere.
      return toBase64Url(
        new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(JSON.stringify(parts)))),
      );
    },

    async seal(plain, context) {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const params = { name: 'AES-GCM', iv, additionalData: encoder.encode(context) };
      const data = encoder.encode(JSON.stringify(plain));
      const sealed = new Uint8Array(await crypto.subtle.encrypt(params, await sealing(), data));
      return `${toBase64Url(iv)}.${toBase64Url(sealed)}`;
    },

    async open(sealed, context) {
      const [iv = '', data = ''] = sealed.split('.');
      const params = { name: 'AES-GCM', iv: fromBase64Url(iv), additionalData: encoder.encode(context) };
      const plain = await crypto.subtle.decrypt(params, await sealing(), fromBase64Url(data));
      return JSON.parse(new TextDecoder().decode(plain)) as unknown;
    },

    signing: use => derive(use, hmac, ['sign', 'verify']),
  };
}

function toBase64Url(bytes: Uint8Array): string {
  const characters = Array.from(bytes, byte => String.fromCharCode(byte));
  return btoa(characters.join('')).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), sign => sign.charCodeAt(0));
}

/** 128 random bits in base64url. */
export function randomId(): string {
  return toBase64Url(crypto.getRandomValues(new Uint8Array(16)));
}

export const codeLength = 6;

/** Six random digits, each equally likely. */
export function randomCode(): string {
  const span = 10 ** codeLength;
  const limit = Math.floor(2 ** 32 / span) * span;
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
  // Numbers above the last whole multiple would make small codes likelier: draw again (once in 4,300 times).
  return number < limit ? String(number % span).padStart(codeLength, '0') : randomCode();
}
