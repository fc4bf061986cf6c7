/**
 * Everything secret comes from the one `secret`: a key for each use, by HKDF. What is stored is an HMAC (to be found or
 * compared) or AES-GCM ciphertext (to be read again), so that a copy of the store alone says nothing. After a change of
 * the secret, earlier ones still read what they signed and sealed.
 */
const encoder = new TextEncoder();

type MacUse =
  'all-sessions' | 'code' | 'phone' | 'client' | 'request' | 'session-id' | 'address' | 'known-device';

/** What comes from one secret. */
export interface KeySet {
  /** HMAC-SHA-256 of the parts, in base64url; `use` keeps equal input of different uses apart. */
  mac(use: MacUse, ...parts: string[]): Promise<string>;
  /** Encrypts; only the same `context` opens it again. */
  seal(plain: unknown, context: string): Promise<string>;
}

/** `mac` and `seal` are those of the secret in use. */
export interface Keys extends KeySet {
  /** Of all secrets, the one in use first. */
  readonly each: readonly KeySet[];
  /** What `mac` answers, and what it answers under each other secret. */
  macs(use: MacUse, ...parts: string[]): Promise<string[]>;
  /** Rejects when the text was changed, or sealed in another context or with another secret. */
  open(sealed: string, context: string): Promise<unknown>;
  /** For HS256: the key to sign with, and the earlier ones. */
  signing(use: 'session' | 'proof'): Promise<[CryptoKey, ...CryptoKey[]]>;
}

/** One of 32 random characters has more than 8 different ones, even in hexadecimal. */
export function isStrongSecret(secret: string): boolean {
  return secret.length >= 32 && new Set(secret).size > 8;
}

/** The newest secret first. Throws a `TypeError` when one can be guessed. */
export function createKeys(secret: string | readonly string[]): Keys {
  const secrets: unknown[] = [secret].flat();
  for (const each of secrets) {
    if (typeof each === 'string' && isStrongSecret(each)) continue;
    throw new TypeError(
      'phone-sign-in: "secret" must have at least 32 random characters. Make one with: openssl rand -base64 32',
    );
  }
  const [newest, ...earlier] = (secrets as string[]).map(createKeysOf);
  if (!newest) throw new TypeError('phone-sign-in: "secret" is missing.');
  const all = [newest, ...earlier];

  return {
    each: all,
    mac: newest.mac,
    macs: (use, ...parts) => Promise.all(all.map(each => each.mac(use, ...parts))),
    seal: newest.seal,
    async open(sealed, context) {
      for (const each of earlier.length > 0 ? all.slice(0, -1) : []) {
        try {
          return await each.open(sealed, context);
        } catch {
          // Another secret's.
        }
      }
      return (all.at(-1) ?? newest).open(sealed, context);
    },
    signing: async use => [
      await newest.signing(use),
      ...(await Promise.all(earlier.map(each => each.signing(use)))),
    ],
  };
}

type KeysOfOne = Pick<Keys, 'mac' | 'seal' | 'open'> & {
  signing(use: 'session' | 'proof'): Promise<CryptoKey>;
};

function createKeysOf(secret: string): KeysOfOne {
  const root = crypto.subtle.importKey('raw', encoder.encode(secret), 'HKDF', false, ['deriveKey']);
  const derive = remember(
    (use: string, algorithm: AesKeyGenParams | HmacKeyGenParams, ...usages: KeyUsage[]) => {
      const hkdf = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: infoOf(use) };
      return root.then(root => crypto.subtle.deriveKey(hkdf, root, algorithm, false, usages));
    },
  );
  const hmac = { name: 'HMAC', hash: 'SHA-256', length: 256 };
  const signing = (use: string) => derive(use, hmac, 'sign', 'verify');
  const native = nativeCrypto();
  return { ...(native ? createNative(native, secret) : createPortable(derive, signing)), signing };
}

function createPortable(
  derive: (use: string, algorithm: AesKeyGenParams, ...usages: KeyUsage[]) => Promise<CryptoKey>,
  signing: (use: string) => Promise<CryptoKey>,
): Pick<Keys, 'mac' | 'seal' | 'open'> {
  const sealing = () => derive('seal', { name: 'AES-GCM', length: 256 }, 'encrypt', 'decrypt');
  return {
    async mac(use, ...parts) {
      const mac = await crypto.subtle.sign('HMAC', await signing(use), encoder.encode(joinParts(parts)));
      return toBase64Url(new Uint8Array(mac));
    },

    async seal(plain, context) {
      const iv = randomBytes(12);
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
  };
}

type NativeCrypto = NonNullable<ReturnType<typeof nativeCrypto>>;

/**
 * What Node, Deno and Bun have beside Web Crypto, without importing it. The algorithms are the same, but it answers on the
 * spot: a way through Web Crypto's threads and back takes six times as long as these few bytes take to hash.
 */
function nativeCrypto() {
  if (typeof process === 'undefined') return undefined;
  return (process as Partial<NodeJS.Process>).getBuiltinModule?.('node:crypto');
}

function createNative(native: NativeCrypto, secret: string): Pick<Keys, 'mac' | 'seal' | 'open'> {
  const derive = remember((use: string) =>
    native.createSecretKey(new Uint8Array(native.hkdfSync('sha256', secret, '', infoOf(use), 32))),
  );
  const tagLength = 16;
  return {
    mac: (use, ...parts) =>
      Promise.resolve(native.createHmac('sha256', derive(use)).update(joinParts(parts)).digest('base64url')),

    seal(plain, context) {
      const iv = randomBytes(12);
      const cipher = native.createCipheriv('aes-256-gcm', derive('seal'), iv);
      cipher.setAAD(encoder.encode(context));
      const parts = [cipher.update(JSON.stringify(plain), 'utf8'), cipher.final(), cipher.getAuthTag()];
      return Promise.resolve(`${toBase64Url(iv)}.${Buffer.concat(parts).toString('base64url')}`);
    },

    // Async, so that what it throws rejects.
    // eslint-disable-next-line @typescript-eslint/require-await
    async open(sealed, context) {
      const [iv, data] = sealed.split('.').map(part => Buffer.from(part, 'base64url'));
      if (!iv || !data || data.length < tagLength) throw new TypeError('Not sealed');
      const options = { authTagLength: tagLength };
      const decipher = native.createDecipheriv('aes-256-gcm', derive('seal'), iv, options);
      decipher.setAAD(encoder.encode(context));
      decipher.setAuthTag(Buffer.from(data.subarray(-tagLength)));
      const plain = [decipher.update(data.subarray(0, -tagLength)), decipher.final()];
      return JSON.parse(Buffer.concat(plain).toString('utf8')) as unknown;
    },
  };
}

function infoOf(use: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(`phone-sign-in ${use}`);
}

/** As JSON, because joined parts could be cut elsewhere. */
function joinParts(parts: string[]): string {
  return JSON.stringify(parts);
}

/** Derives each key once. */
function remember<A extends unknown[], K>(derive: (use: string, ...rest: A) => K): typeof derive {
  const derived = new Map<string, K>();
  return (use, ...rest) => {
    const known = derived.get(use);
    if (known !== undefined) return known;
    const key = derive(use, ...rest);
    derived.set(use, key);
    return key;
  };
}

function toBase64Url(bytes: Uint8Array): string {
  let characters = '';
  for (const byte of bytes) characters += String.fromCharCode(byte);
  return btoa(characters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), sign => sign.charCodeAt(0));
}

const drawn = new Uint8Array(1024);
let used = drawn.length;

/** Drawn many at once: asking for few costs as much as asking for many. */
function randomBytes(count: number): Uint8Array<ArrayBuffer> {
  if (used + count > drawn.length) {
    crypto.getRandomValues(drawn);
    used = 0;
  }
  const bytes = drawn.slice(used, used + count);
  drawn.fill(0, used, (used += count));
  return bytes;
}

/** 128 random bits in base64url. */
export function randomId(): string {
  return toBase64Url(randomBytes(16));
}

/** Whether it looks like one that {@link randomId} made, with or without a mark at its end. */
export function isChallengeId(text: string): boolean {
  return /^[\w-]{22}(\.known)?$/.test(text);
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
