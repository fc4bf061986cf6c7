/** Reads what a request says; what is not well-formed is a problem that says what to send. */
import {
  clientHeader,
  isE164,
  isPurpose,
  type ChallengeRequest,
  type Purpose,
  type ResendRequest,
} from '../protocol.js';
import type { ChannelPlan } from './channel-plan.js';
import { codeLength } from './keys.js';
import { Problem } from './problem.js';

export const maxBodyBytes = 16 * 1024;

export function saysItIsShort(headers: Headers): boolean {
  return (
    !headers.has('transfer-encoding') && Number(headers.get('content-length') ?? Infinity) <= maxBodyBytes
  );
}

export function readClient(request: Request): string {
  const client = request.headers.get(clientHeader);
  if (client !== null && /^[\w-]{22}$/.test(client)) return client;
  throw new Problem('malformed_request', {
    detail: `Send ${clientHeader}: 128 random bits in base64url (22 characters), the same for all calls of a page.`,
  });
}

/** The JSON object in the body, with its text. */
export async function readBody(request: Request): Promise<Record<string, unknown>> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '')) {
    throw new Problem('malformed_request', { detail: 'Content-Type must be application/json.' });
  }
  return parseObject(await request.text());
}

function parseObject(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>;
  }
  throw new Problem('malformed_request', { detail: 'The body must be a JSON object.' });
}

export function readString(body: Record<string, unknown>, name: string): string | undefined {
  const value = body[name];
  if (value === undefined || typeof value === 'string') return value;
  throw new Problem('malformed_request', { detail: `"${name}" must be a string.` });
}

export function readChallengeRequest(
  body: Record<string, unknown>,
  purposes: readonly Purpose[],
  plan: Pick<ChannelPlan, 'read'>,
): ChallengeRequest {
  const { purpose } = body;
  if (!isPurpose(purpose) || !purposes.includes(purpose)) {
    throw new Problem('malformed_request', { detail: `"purpose" must be one of: ${purposes.join(', ')}.` });
  }
  const [phone, locale, captcha] = [
    readString(body, 'phone'),
    readString(body, 'locale'),
    readString(body, 'captcha'),
  ];
  const channel = plan.read(body.channel);
  if (phone !== undefined && !isE164(phone)) throw new Problem('invalid_phone');
  return {
    purpose,
    ...(phone !== undefined && { phone }),
    ...(locale !== undefined && { locale }),
    ...(captcha !== undefined && { captcha }),
    ...(channel !== undefined && { channel }),
  };
}

export function readResendRequest(
  body: Record<string, unknown>,
  plan: Pick<ChannelPlan, 'read'>,
): ResendRequest {
  const [captcha, channel] = [readString(body, 'captcha'), plan.read(body.channel)];
  return { ...(captcha !== undefined && { captcha }), ...(channel !== undefined && { channel }) };
}

/** `false` from a page that keeps nothing, as on a shared machine. */
export function readPersist({ persist }: Record<string, unknown>): boolean {
  if (persist === undefined || typeof persist === 'boolean') return persist ?? true;
  throw new Problem('malformed_request', { detail: '"persist" must be true or false.' });
}

export function readCode(body: Record<string, unknown>): string {
  const code = readString(body, 'code');
  if (code !== undefined && code.length === codeLength && /^\d+$/.test(code)) return code;
  throw new Problem('malformed_request', { detail: `"code" must be a string of ${codeLength} digits.` });
}
