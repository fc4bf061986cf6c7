/**
 * A captcha that the page has put into the slot `captcha`. Turnstile, hCaptcha and reCAPTCHA do not render inside of a
 * shadow root; in the slot they stand in the page's own DOM and write their token into a field of their own.
 */

/** How often a captcha is looked at while a person solves it: it tells nobody when it writes its token. */
const lookMs = 150;

/** The start of a field's name → the script that made it. */
const makers: Readonly<Record<string, string>> = {
  'cf-turnstile': 'turnstile',
  'h-captcha': 'hcaptcha',
  'g-recaptcha': 'grecaptcha',
};

/** Tokens are good for one message. */
const spent = new WeakMap<Element, string>();

function fieldOf(box: Element): HTMLInputElement | HTMLTextAreaElement | null {
  return box.querySelector(':is(input, textarea)[name$="-response"]');
}

/** A token that no message has had: the captcha's own, as soon as it has one. Rejects when `signal` aborts. */
export async function freshToken(box: Element, signal: AbortSignal): Promise<string> {
  const field = fieldOf(box);
  if (field?.value && spent.get(box) === field.value) reset(field, box);
  for (;;) {
    const token = fieldOf(box)?.value;
    if (token && token !== spent.get(box)) {
      spent.set(box, token);
      return token;
    }
    await new Promise(done => setTimeout(done, lookMs));
    signal.throwIfAborted();
  }
}

/** Asks its maker for another token: with Turnstile by its element, with the others the one of the page. */
function reset(field: { name: string }, box: Element): void {
  const maker = Object.keys(makers).find(start => field.name.startsWith(start));
  const script = (globalThis as Record<string, unknown>)[makers[maker ?? ''] ?? ''];
  const { reset } = (script ?? {}) as { reset?: (which?: Element) => void };
  if (maker === 'cf-turnstile') reset?.call(script, box.querySelector('.cf-turnstile') ?? box);
  else reset?.call(script);
}
