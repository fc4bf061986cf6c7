/** A token of the invisible reCAPTCHA of a Firebase project, without its SDK: one for each message. */

interface Recaptcha {
  ready(act: () => void): void;
  render(box: HTMLElement, settings: object): number;
  execute(id: number): void;
}

let script: Promise<Recaptcha> | undefined;

function loadRecaptcha(): Promise<Recaptcha> {
  script ??= new Promise((done, fail) => {
    const tag = document.createElement('script');
    tag.src = 'https://www.google.com/recaptcha/api.js?render=explicit';
    tag.onload = () => {
      const { grecaptcha } = globalThis as unknown as { grecaptcha: Recaptcha };
      grecaptcha.ready(() => done(grecaptcha));
    };
    tag.onerror = fail;
    document.head.append(tag);
  });
  return script;
}

export async function recaptchaToken(apiKey: string): Promise<string> {
  const address = 'https://identitytoolkit.googleapis.com/v1/recaptchaParams';
  const response = await fetch(`${address}?key=${encodeURIComponent(apiKey)}`);
  const { recaptchaSiteKey: sitekey } = (await response.json()) as { recaptchaSiteKey: string };
  const recaptcha = await loadRecaptcha();
  const box = document.body.appendChild(document.createElement('div'));
  return new Promise<string>((done, fail) => {
    const more = { 'error-callback': fail, 'expired-callback': fail };
    recaptcha.execute(recaptcha.render(box, { sitekey, size: 'invisible', callback: done, ...more }));
  }).finally(() => box.remove());
}
