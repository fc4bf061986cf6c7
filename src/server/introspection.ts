/** For back ends in any language: what a token says, and whether it still counts (RFC 7662), told to who knows the secret. */
import { jsonAnswer, type Answer } from './answer.js';
import { equalInConstantTime } from './constant-time.js';
import { Problem, problemAnswer } from './problem.js';
import type { Sessions } from './sessions.js';

/** As `Bearer`, or as the password of `Basic`, whatever the name. */
export function knowsSecret(request: Request, secret: string): boolean {
  const [, scheme = '', said = ''] =
    /^(Bearer|Basic) +(\S+)$/i.exec(request.headers.get('authorization') ?? '') ?? [];
  if (scheme.toLowerCase() === 'bearer') return equalInConstantTime(said, secret);
  try {
    const [, password = ''] = /^[^:]*:(.*)$/s.exec(atob(said)) ?? [];
    return equalInConstantTime(password, secret);
  } catch {
    return false;
  }
}

/** For who does not. */
export function unknownClient(): Answer {
  const { headers, ...answer } = problemAnswer(new Problem('unauthenticated'));
  return { ...answer, headers: [...headers, ['www-authenticate', 'Bearer']] };
}

/** `undefined` for what is no form. */
export async function readForm(request: Request): Promise<URLSearchParams | undefined> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type)) return undefined;
  return new URLSearchParams(await request.text());
}

export async function introspect(request: Request, sessions: Sessions): Promise<Answer> {
  const token = (await readForm(request))?.get('token');
  if (!token) {
    throw new Problem('malformed_request', {
      detail: 'Send a form (application/x-www-form-urlencoded) with "token".',
    });
  }
  for (const use of ['session', 'proof'] as const) {
    const payload = await sessions.readActive(use, token);
    if (!payload) continue;
    const { claims, phone, at, ...rest } = payload;
    const { sub } = claims;
    // Who has accounts says in its claims who somebody is; else it is the number.
    return jsonAnswer({
      active: true,
      token_use: use,
      sub: typeof sub === 'string' ? sub : phone,
      phone,
      claims,
      ...(at !== undefined && { auth_time: Math.floor(at / 1000) }),
      ...rest,
    });
  }
  return jsonAnswer({ active: false });
}
