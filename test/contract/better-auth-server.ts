/** The real better-auth with its `phoneNumber` plugin, in memory, behind a server on loopback. */
import { betterAuth, type BetterAuthOptions } from 'better-auth';
import { memoryAdapter } from 'better-auth/adapters/memory';
import { toNodeHandler } from 'better-auth/node';
import { admin, captcha, phoneNumber, type PhoneNumberOptions } from 'better-auth/plugins';
import { startLoopback, type Listener, type Loopback } from './loopback.js';

export const page = 'https://shop.example';

export interface BetterAuthServer extends Loopback {
  /** What was texted to sign in, the oldest first. */
  codes: string[];
  /** What was texted to reset a password, the oldest first. */
  resetCodes: string[];
  readonly users: readonly Record<string, unknown>[];
  /** The provider refuses every message from now on. */
  failDelivery: () => void;
}

export interface ServerOptions {
  phoneNumber?: Partial<PhoneNumberOptions>;
  options?: Partial<BetterAuthOptions>;
  /** Where captcha tokens are checked; nobody is asked for one without it. */
  siteVerifyUrl?: string;
}

export async function startBetterAuth(settings: ServerOptions = {}): Promise<BetterAuthServer> {
  const codes: string[] = [];
  const resetCodes: string[] = [];
  const tables: Record<string, Record<string, unknown>[]> = {
    user: [],
    session: [],
    account: [],
    verification: [],
    rateLimit: [],
  };
  let isRefusing = false;
  const text = (to: string[], code: string) => {
    if (isRefusing) throw new Error('The provider refused.');
    to.push(code);
  };
  // It wants to know its own address, and that is known once it listens.
  let handler: Listener = () => undefined;
  const server = await startLoopback((request, response) => handler(request, response));
  const auth = betterAuth({
    baseURL: server.origin,
    secret: 'a secret of the tests, long enough to be taken for one',
    database: memoryAdapter(tables),
    emailAndPassword: { enabled: true },
    trustedOrigins: [page],
    logger: { disabled: true },
    telemetry: { enabled: false },
    // It turns these checks off by itself where it notices a test.
    advanced: { disableOriginCheck: false, disableCSRFCheck: false },
    ...settings.options,
    plugins: [
      phoneNumber({
        sendOTP: ({ code }) => text(codes, code),
        sendPasswordResetOTP: ({ code }) => text(resetCodes, code),
        signUpOnVerification: { getTempEmail: number => `${number.slice(1)}@phone.example` },
        ...settings.phoneNumber,
      }),
      admin(),
      ...(settings.siteVerifyUrl
        ? [
            captcha({
              provider: 'cloudflare-turnstile',
              secretKey: 'secret',
              endpoints: ['/phone-number/send-otp'],
              siteVerifyURLOverride: settings.siteVerifyUrl,
            }),
          ]
        : []),
    ],
  });
  const listener = toNodeHandler(auth);
  handler = (request, response) => void listener(request, response);
  return {
    ...server,
    codes,
    resetCodes,
    get users() {
      return tables['user'] ?? [];
    },
    failDelivery() {
      isRefusing = true;
    },
  };
}

/** As the page's browser sends it: with the page's origin. */
export const fromPage =
  (send: typeof fetch, origin = page): typeof fetch =>
  (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set('origin', origin);
    return send(input, { ...init, headers });
  };
