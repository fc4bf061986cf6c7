/** Captchas whose tokens are checked by a call to "siteverify", as Turnstile's, hCaptcha's and reCAPTCHA's are. */
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
  /** Below which score a token is refused, where the provider gives one (reCAPTCHA v3): 0.5 by default. */
  minScore?: number;
  /** Instead of the provider's own address. */
  url?: string;
}

const timeLimitMs = 5000;

/** For `captcha` of `createPhoneServer`. A provider that does not answer lets nobody through. */
export function siteVerify(options: SiteVerifyOptions): CaptchaOptions {
  const { provider, siteKey, secret, minScore = 0.5, url = captchaProviders[provider] } = options;
  return {
    provider,
    siteKey,
    async verify(token) {
      const response = await fetch(url, {
        method: 'POST',
        body: new URLSearchParams({ secret, response: token }),
        signal: AbortSignal.timeout(timeLimitMs),
      });
      if (!response.ok) throw new Error(`The captcha's provider answered ${response.status}`);
      const answer = (await response.json()) as { success?: unknown; score?: unknown };
      return answer.success === true && (typeof answer.score !== 'number' || answer.score >= minScore);
    },
  };
}
