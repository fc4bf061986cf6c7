/** What Logto says of its sign-in to anyone: who may do what, with what, and how long a code lives. */
import type { Purpose } from '../protocol.js';
import type { BackendSettings, FirstFactor } from './backend.js';
import { callJson } from './call.js';

export interface LogtoSettings extends BackendSettings {
  firstFactors: readonly FirstFactor[];
  mayRegister: boolean;
  /** Seconds, where Logto says so (1.42). */
  codeLifetime: number | undefined;
  /** The fewest characters of a new password, where Logto says what it wants of one. */
  minPasswordLength: number | undefined;
}

interface Method {
  identifier?: unknown;
  password?: unknown;
  verificationCode?: unknown;
  isPasswordPrimary?: unknown;
}

type Fields = Partial<Record<string, unknown>>;

/** Of a shape that was never seen, everything is taken for allowed: Logto itself refuses what is not. */
export async function readLogtoSettings(
  endpoint: string,
  purposes: readonly Purpose[],
  send: typeof fetch | undefined,
): Promise<LogtoSettings> {
  const url = `${endpoint}/api/.well-known/sign-in-exp`;
  const { body } = await callJson(url, { credentials: 'include' }, send);
  const { signIn, signInMode, forgotPassword, verificationCodePolicy, passwordPolicy } = fieldsOf(body);
  const { methods } = fieldsOf(signIn);
  const method = Array.isArray(methods) ? (methods as Method[]).find(isOfPhones) : { verificationCode: true };
  const firstFactors: FirstFactor[] = [];
  if (method?.verificationCode !== false && method) firstFactors.push('code');
  if (method?.password === true) firstFactors[method.isPasswordPrimary ? 'unshift' : 'push']('password');
  const mayRegister = signInMode !== 'SignIn';
  const isOff: Partial<Record<Purpose, boolean>> = {
    register: !mayRegister,
    'forgot-password': fieldsOf(forgotPassword)['phone'] === false,
  };
  const { expirationDuration } = fieldsOf(verificationCodePolicy);
  return {
    captcha: 'maybe',
    purposes: purposes.filter(purpose => !isOff[purpose]),
    firstFactors,
    mayRegister,
    codeLifetime: typeof expirationDuration === 'number' ? expirationDuration : undefined,
    minPasswordLength: passwordPolicy ? minLengthOf(passwordPolicy) : undefined,
  };
}

/** Logto answers with what was changed from its defaults, and eight is one of them. */
function minLengthOf(policy: unknown): number {
  const { min } = fieldsOf(fieldsOf(policy)['length']);
  return typeof min === 'number' ? min : 8;
}

const isOfPhones = (method: Method | null) => method?.identifier === 'phone';

const fieldsOf = (value: unknown) => (typeof value === 'object' && value ? value : {}) as Fields;
