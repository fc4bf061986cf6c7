/** The codes that the stand-in of Logto texts: ten tries, ten minutes, once. */
import { LogtoError } from './logto-errors.js';

export interface Sms {
  /** Digits without a plus. */
  to: string;
  /** The connectors' usage type: `SignIn`, `Register` … */
  type: string;
  code: string;
  /** The `Accept-Language` of who asked. */
  locale: string | undefined;
}

const maxTries = 10;

export function createCodes(nowMs: () => number, length: () => number, lifetimeSeconds: () => number) {
  const sms: Sms[] = [];
  const passcodes = new Map<string, { phone: string; code: string; sentAtMs: number; tries: number }>();

  return {
    sms,

    send(id: string, message: Omit<Sms, 'code'>): void {
      // No two are the same, and none begins with a nought: "000000" is always wrong.
      const code = String(10 ** (length() - 1) + (((sms.length + 1) * 7919) % (9 * 10 ** (length() - 1))));
      passcodes.set(id, { phone: message.to, code, sentAtMs: nowMs(), tries: 0 });
      sms.push({ ...message, code });
    },

    /** A record with no message: what is answered for it is what is answered for one with a message. */
    pretend(id: string, phone: string): void {
      passcodes.set(id, { phone, code: '', sentAtMs: nowMs(), tries: 0 });
    },

    verify(id: string, phone: string, code: string): void {
      const passcode = passcodes.get(id);
      if (!passcode) throw new LogtoError('verification_code.not_found');
      if (passcode.phone !== phone) throw new LogtoError('verification_code.phone_mismatch');
      if (nowMs() > passcode.sentAtMs + lifetimeSeconds() * 1000)
        throw new LogtoError('verification_code.expired');
      if (passcode.tries >= maxTries) throw new LogtoError('verification_code.exceed_max_try');
      if (passcode.code !== code) {
        passcode.tries++;
        throw new LogtoError('verification_code.code_mismatch');
      }
      passcodes.delete(id);
    },
  };
}

export type Codes = ReturnType<typeof createCodes>;
