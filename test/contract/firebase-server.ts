/**
 * A stand-in for Identity Toolkit: its phone part, as the Auth emulator and the web SDK say. Beyond the emulator it knows
 * captcha tokens, expiry and limits; `test/firebase-emulator` runs the emulator itself.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody, startLoopback, type Loopback } from './loopback.js';

export const apiKey = 'AIza/key+of the project';

export interface FirebaseServer extends Loopback {
  codes: string[];
  bodies: { path: string; body: Record<string, unknown> }[];
  users: { localId: string; phoneNumber: string | undefined; disabled: boolean }[];
  /** The error that the next send is answered with: its status and message. */
  refuseWith(status: number, message: string): void;
  settings: {
    codeLength: number;
    /** The captcha token that counts; nobody is asked for one without it. */
    captcha: string | undefined;
    /** The project takes tokens of reCAPTCHA Enterprise alone. */
    enterprise: boolean;
  };
}

class Refused extends Error {
  constructor(
    message: string,
    readonly status = 400,
  ) {
    super(message);
  }
}

const lifetimeMs = 600_000;

export async function startFirebase(clock: { nowMs: number }): Promise<FirebaseServer> {
  const codes: string[] = [];
  const bodies: FirebaseServer['bodies'] = [];
  const users: FirebaseServer['users'] = [];
  const sessions = new Map<string, { phoneNumber: string; code: string; sentAtMs: number }>();
  const settings: FirebaseServer['settings'] = { codeLength: 6, captcha: undefined, enterprise: false };
  let refusal: Refused | undefined;
  let count = 0;

  function send(body: Record<string, unknown>) {
    if (refusal) throw refusal;
    const token = body['recaptchaToken'] ?? body['captchaResponse'];
    if (settings.captcha !== undefined && token !== settings.captcha)
      throw new Refused(
        token ? 'CAPTCHA_CHECK_FAILED : Recaptcha verification failed - DUPE' : 'MISSING_RECAPTCHA_TOKEN',
      );
    const phoneNumber = String(body['phoneNumber']);
    if (!/^\+[1-9]\d{6,14}$/.test(phoneNumber)) throw new Refused('INVALID_PHONE_NUMBER : Invalid format.');
    const code = String((++count * 135_791) % 1_000_000).padStart(settings.codeLength, '7');
    const sessionInfo = `session-${count}`;
    codes.push(code);
    sessions.set(sessionInfo, { phoneNumber, code, sentAtMs: clock.nowMs });
    return { sessionInfo };
  }

  function signIn({ sessionInfo, code, idToken }: Record<string, unknown>) {
    const session = sessions.get(String(sessionInfo));
    if (!session) throw new Refused('INVALID_SESSION_INFO');
    if (clock.nowMs > session.sentAtMs + lifetimeMs)
      throw new Refused('SESSION_EXPIRED : The SMS code has expired. Please re-send the verification code.');
    if (session.code !== code) throw new Refused('INVALID_CODE');
    const { phoneNumber } = session;
    const owner = users.find(user => user.phoneNumber === phoneNumber);
    let user = owner;
    if (idToken !== undefined) {
      user = users.find(user => `id-token-of-${user.localId}` === idToken);
      if (!user) throw new Refused('INVALID_ID_TOKEN');
      if (owner && owner !== user)
        return { temporaryProof: 'proof', temporaryProofExpiresIn: '3600', phoneNumber };
      user.phoneNumber = phoneNumber;
    }
    const isNewUser = !user;
    if (!user) users.push((user = { localId: `user-${++count}`, phoneNumber, disabled: false }));
    if (user.disabled) throw new Refused('USER_DISABLED');
    sessions.delete(String(sessionInfo));
    const { localId } = user;
    return {
      idToken: `id-token-of-${localId}`,
      refreshToken: 'refresh',
      expiresIn: '3600',
      localId,
      isNewUser,
      phoneNumber,
    };
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method, url = '' } = request;
    const respond = (status: number, body: unknown) =>
      response
        .writeHead(status, { 'content-type': 'application/json; charset=UTF-8' })
        .end(JSON.stringify(body));
    const { pathname, searchParams } = new URL(url, 'http://localhost');
    // As the SDK writes it where it is told of an emulator.
    const path = `${method} ${pathname.replace('/identitytoolkit.googleapis.com', '')}`;
    try {
      const body = JSON.parse((await readBody(request)) || '{}') as Record<string, unknown>;
      bodies.push({ path, body });
      if (searchParams.get('key') !== apiKey)
        throw new Refused('API key not valid. Please pass a valid API key.');
      switch (path) {
        case 'GET /v1/recaptchaParams':
          return void respond(200, { recaptchaStoken: 'stoken', recaptchaSiteKey: 'site-key' });
        case 'POST /v1/accounts:sendVerificationCode':
          return void respond(200, send(body));
        case 'POST /v1/accounts:signInWithPhoneNumber':
          return void respond(200, signIn(body));
        case 'GET /v2/recaptchaConfig':
          if (!settings.enterprise) throw new Refused('CONFIGURATION_NOT_FOUND');
          return void respond(200, {
            recaptchaKey: 'projects/p/keys/site-key',
            recaptchaEnforcementState: [{ provider: 'PHONE_PROVIDER', enforcementState: 'ENFORCE' }],
          });
        case 'POST /v1/accounts:lookup':
          return void respond(200, {
            users: users.filter(({ localId }) => `id-token-of-${localId}` === body['idToken']),
          });
        default:
          // As Google's own: a page, not JSON.
          return void response
            .writeHead(404, { 'content-type': 'text/html' })
            .end('<title>Error 404</title>');
      }
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const { status, message } = error;
      const errors = [{ message, domain: 'global', reason: 'invalid' }];
      respond(status, { error: { code: status, message, errors } });
    }
  }

  const server = await startLoopback((request, response) => void answer(request, response));
  return {
    ...server,
    codes,
    bodies,
    users,
    settings,
    refuseWith(status, message) {
      refusal = new Refused(message, status);
    },
  };
}
