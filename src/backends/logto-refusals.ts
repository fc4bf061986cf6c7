/** What Logto's Experience API refuses with. */
import { PhoneError, type ErrorCode } from '../errors.js';
import { errorOfStatus, retryAfterOf, unexpectedAnswer, type Answer } from './call.js';

export type InteractionEvent = 'SignIn' | 'Register' | 'ForgotPassword';

/** Seconds between two messages: Logto asks for none. */
export const cooldownSeconds = 60;

/** An error answer of Logto's, with what the next step may depend on. */
export class Refusal extends PhoneError {
  readonly said: string;
  readonly data: RefusalData;

  constructor(code: ErrorCode, said: string, data: RefusalData, headers: Headers) {
    // Never Logto's prose, and never the number.
    super(code, {
      // Logto itself does not say when a limit of its own ends.
      retryAfter: code === 'rate_limited' ? retryAfterOf(headers) : undefined,
      detail: `Logto refused: ${said}`,
    });
    this.said = said;
    this.data = data;
  }
}

/** Logto answered, and knows what it did. */
export const isDefinite = (error: unknown): boolean =>
  error instanceof Refusal && error.code !== 'server_error';

interface RefusalData {
  availableFactors?: unknown;
  maskedIdentifiers?: unknown;
  missingProfile?: unknown;
  skippable?: unknown;
}

/** What it means is fetched with the first refusal; where that fails, the status says it. */
export async function refusalOf(answer: Answer, url: string): Promise<PhoneError> {
  const { status, headers } = answer;
  const { code, data } = (answer.body ?? {}) as Record<string, unknown>;
  if (typeof code !== 'string') return unexpectedAnswer(answer, url, 'JSON without a code');
  const table = await import('./logto-errors.js').catch(() => undefined);
  return new Refusal(table?.errorOf(code) ?? errorOfStatus(status), code, data ?? {}, headers);
}
