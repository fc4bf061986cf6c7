/** Captchas whose tokens are checked by a call to "siteverify", as Turnstile's, hCaptcha's and reCAPTCHA's are. */
import * as v from 'valibot';
import { oneOrMore, parse, strict, text, webUrl } from './fields.js';
import type { CaptchaOptions } from './options.js';

export const captchaProviders = {
  turnstile: 'https://challenges.cloudflare.com/turnstile/v0/siteverify',
  hcaptcha: 'https://api.hcaptcha.com/siteverify',
  recaptcha: 'https://www.google.com/recaptcha/api/siteverify',
} as const;

export interface SiteVerifyOptions {
  provider: keyof typeof captchaProviders;
  /** Told to the page. */
  siteKey: string;
  /** Told to the provider alone. */
  secret: string;
  /** reCAPTCHA v3 scores trust (1 is human): below this a token is refused. 0.5 by default, where there is a score. */
  minScore?: number;
  /** hCaptcha Enterprise scores risk (0 is human): above this a token is refused. 0.5 by default, where there is a score. */
  maxRisk?: number;
  /** The hosts of your pages: tokens from others are refused. Needed where the key is not bound to them at the provider. */
  hostname?: string | readonly string[];
  /** What the page named as the captcha's action (Turnstile, reCAPTCHA v3): other tokens are refused. */
  action?: string;
  /** Instead of the provider's own address. */
  url?: string;
}

const share = v.pipe(
  v.number('must be a number from 0 to 1.'),
  v.minValue(0, 'must be a number from 0 to 1.'),
  v.maxValue(1, 'must be a number from 0 to 1.'),
);

const providers = Object.keys(captchaProviders) as SiteVerifyOptions['provider'][];

export const siteVerifyFields = v.pipe(
  strict({
    provider: v.picklist(providers, `must be one of: ${providers.join(', ')}.`),
    siteKey: text,
    secret: text,
    minScore: v.exactOptional(share),
    maxRisk: v.exactOptional(share),
    hostname: v.exactOptional(oneOrMore(text)),
    action: v.exactOptional(text),
    url: v.exactOptional(webUrl),
  }),
  v.forward(
    v.check(
      ({ provider, minScore }) => minScore === undefined || provider === 'recaptcha',
      'is for recaptcha alone: hCaptcha gives a risk ("maxRisk"), and Turnstile neither.',
    ),
    ['minScore'],
  ),
  v.forward(
    v.check(
      ({ provider, maxRisk }) => maxRisk === undefined || provider === 'hcaptcha',
      'is for hcaptcha alone: reCAPTCHA gives a trust ("minScore"), and Turnstile neither.',
    ),
    ['maxRisk'],
  ),
  v.forward(
    v.check(
      ({ provider, action }) => action === undefined || provider !== 'hcaptcha',
      'does nothing here: hCaptcha has no actions.',
    ),
    ['action'],
  ),
);

const timeLimitMs = 4000;

/** What providers say of a token; everything else they complain of is about us, and about nobody who asks. */
const tokenErrors = new Set([
  'missing-input-response',
  'invalid-input-response',
  'expired-input-response',
  'already-seen-response',
  'invalid-or-already-seen-response',
  'timeout-or-duplicate',
]);

/** For `captcha` of `createPhoneServer`. Throws a `TypeError` for options that cannot work. A provider that does not answer, or not what was asked for, lets nobody through. */
export function siteVerify(options: SiteVerifyOptions): CaptchaOptions {
  try {
    parse(siteVerifyFields, options, 'What siteVerify is given');
  } catch (error) {
    throw new TypeError(`phone-sign-in: ${(error as Error).message}`, { cause: error });
  }
  const { provider, siteKey, secret, url = captchaProviders[provider] } = options;
  return {
    provider,
    siteKey,
    async verify(token) {
      const response = await fetch(url, {
        method: 'POST',
        // hCaptcha and Turnstile compare the key where it is said; reCAPTCHA does not know the field.
        body: new URLSearchParams({
          secret,
          response: token,
          ...(provider === 'hcaptcha' && { sitekey: siteKey }),
        }),
        signal: AbortSignal.timeout(timeLimitMs),
      });
      if (!response.ok) throw new Error(`The captcha's provider answered ${response.status}`);
      const answer = (await response.json()) as Record<string, unknown> | null;
      if (answer?.success === true) return isWanted(answer, options);
      const errors = answer?.['error-codes'] ?? [];
      const isOfToken = Array.isArray(errors) && errors.every(error => tokenErrors.has(error as string));
      if (answer?.success === false && isOfToken) return false;
      throw new Error(`The captcha's provider answered ${JSON.stringify(errors)}`);
    },
  };
}

/** A token that is good may still be a bot's, another site's, or made for something else. */
function isWanted(answer: Record<string, unknown>, options: SiteVerifyOptions): boolean {
  const { provider, minScore, maxRisk, hostname, action } = options;
  const { score } = answer;
  if (typeof score === 'number') {
    if (provider === 'recaptcha' && !(score >= (minScore ?? 0.5))) return false;
    if (provider === 'hcaptcha' && !(score <= (maxRisk ?? 0.5))) return false;
  } else if (minScore !== undefined || maxRisk !== undefined) {
    throw new Error("The captcha's provider gave no score: the plan or the kind of key has none");
  }
  if (action !== undefined && answer.action !== action) return false;
  return hostname === undefined || [hostname].flat().includes(answer.hostname as string);
}
