/** The Account API of the stand-in of Logto: what who is signed in does with an access token, from any origin. */
import type { Asked, Reply } from './logto-experience.js';
import { LogtoError, phoneAt, textAt } from './logto-errors.js';
import { newId, type LogtoUser, type World } from './logto-world.js';

interface VerificationRecord {
  phone: string;
  /** Whose identity it proves; only their own number does. */
  userId: string | undefined;
  isVerified: boolean;
  expiresAtMs: number;
}

const lifetimeMs = 600_000;

export function createAccountApi(world: World, tokens: ReadonlyMap<string, string>) {
  const records = new Map<string, VerificationRecord>();

  function userOf({ headers }: Asked): LogtoUser {
    const token = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];
    const user = world.users.find(each => each.id === tokens.get(token ?? ''));
    if (!user) throw new LogtoError('auth.unauthorized');
    return user;
  }

  function recordOf(id: string): VerificationRecord {
    const record = records.get(id);
    if (!record || world.nowMs() > record.expiresAtMs) throw new LogtoError('verification_record.not_found');
    return record;
  }

  const isProof = (id: unknown, user: LogtoUser): boolean => {
    const record = typeof id === 'string' ? records.get(id) : undefined;
    return Boolean(record?.isVerified && record.userId === user.id && world.nowMs() <= record.expiresAtMs);
  };

  const calls: Record<string, (asked: Asked, user: LogtoUser) => Reply> = {
    // *Unrecorded.* `primaryPhone` is there with the scope `phone` alone.
    'GET /api/my-account': (_, user) => ({
      status: 200,
      body: {
        id: user.id,
        ...(world.settings.tellsPhone && { primaryPhone: user.phone ?? null }),
      },
    }),
    'POST /api/verifications/verification-code': ({ body, headers }, user) => {
      const phone = phoneAt(body, 'identifier', 'value');
      world.beforeSending(phone);
      const id = newId();
      const isOwn = phone === user.phone;
      const type = isOwn ? 'UserPermissionValidation' : 'BindNewIdentifier';
      world.codes.send(id, { to: phone, type, locale: headers['accept-language'] });
      const expiresAtMs = world.nowMs() + lifetimeMs;
      records.set(id, { phone, userId: isOwn ? user.id : undefined, isVerified: false, expiresAtMs });
      return {
        status: 201,
        body: { verificationRecordId: id, expiresAt: new Date(expiresAtMs).toISOString() },
      };
    },
    'POST /api/verifications/verification-code/verify': ({ body }) => {
      const id = textAt(body, 'verificationId');
      const phone = phoneAt(body, 'identifier', 'value');
      const code = textAt(body, 'code');
      const record = records.get(id);
      if (!record) throw new LogtoError('verification_record.not_found');
      world.sentinel.watch(phone, () => world.codes.verify(id, phone, code));
      record.isVerified = true;
      return { status: 200, body: { verificationRecordId: id } };
    },
    'POST /api/my-account/primary-phone': ({ body, headers }, user) => {
      const phone = phoneAt(body, 'phone');
      const id = textAt(body, 'newIdentifierVerificationRecordId');
      if (!isProof(headers['logto-verification-id'], user))
        throw new LogtoError('verification_record.permission_denied');
      const record = recordOf(id);
      if (!record.isVerified || record.phone !== phone) throw new LogtoError('verification_record.not_found');
      if (world.users.some(each => each.phone === phone && each.id !== user.id))
        throw new LogtoError('user.phone_already_in_use');
      user.phone = phone;
      return { status: 204 };
    },
    'DELETE /api/my-account/primary-phone': ({ headers }, user) => {
      if (!isProof(headers['logto-verification-id'], user))
        throw new LogtoError('verification_record.permission_denied');
      delete user.phone;
      return { status: 204 };
    },
  };

  return (asked: Asked): Reply | undefined => {
    const path = asked.url.pathname;
    if (!path.startsWith('/api/verifications/') && !path.startsWith('/api/my-account')) return undefined;
    if (asked.method === 'OPTIONS') return { status: 204 };
    const call = calls[`${asked.method} ${path}`];
    return call?.(asked, userOf(asked));
  };
}
