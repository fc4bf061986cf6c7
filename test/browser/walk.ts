/** A walk through every step and error of the sign-in, with a look at each. */
import { html } from 'lit';
import { page } from 'vitest/browser';
import type { Backend, Challenge, Channel, E164, Next } from '../../src/index.js';
import { errorCodes, PhoneError, purposes, type PhoneSignIn } from '../../src/index.js';
import type { Texts } from '../../src/localization/texts.js';
import { serveInPage, show } from './helpers.js';

type Answer = PhoneError | 'hang' | undefined;

/** `look` is called in each state, with its name, and waited for. */
export async function walk(language: string | Texts, look: (state: string) => unknown): Promise<void> {
  const inPage = serveInPage();
  let answer: Answer;
  let challenge: Challenge | undefined;
  /** The real server, before which any answer can be put. */
  const backend: Backend = {
    ...inPage.backend,
    // One message is enough for all of the walk.
    cancel: () => Promise.resolve(),
    requestCode: async (request, options) => {
      await planned();
      return (challenge ??= await inPage.backend.requestCode(request, options));
    },
    resendCode: async (sent, options) => {
      await planned();
      return inPage.backend.resendCode(sent, options);
    },
    verifyCode: async (sent, code, options) => {
      await planned();
      if (asked) return { kind: 'next', next: asked };
      return inPage.backend.verifyCode(sent, code, options);
    },
    continueWith: async () => {
      await planned();
      return { kind: 'done' };
    },
    signInWithPassword: async () => {
      await planned();
      return { kind: 'session', claims: {} };
    },
  };
  let asked: Next | undefined;
  const planned = async () => {
    if (answer === 'hang') await new Promise(() => undefined);
    else if (answer) throw answer;
  };
  const signIn = await show<PhoneSignIn>(
    typeof language === 'string'
      ? html`<phone-sign-in locale=${language} default-country="GB" .backend=${backend}></phone-sign-in>`
      : html`<phone-sign-in .texts=${language} default-country="GB" .backend=${backend}></phone-sign-in>`,
  );
  signIn.excludeCountries = ['DE'];
  const { find, numberField, until, see } = stageOf(signIn, look);
  const codeField = () => find<HTMLElementTagNameMap['phone-code-field']>('phone-code-field')!;
  const fail = async (code: PhoneError['code'], act: () => unknown, facts = {}) => {
    // Until the words of an error that seldom comes are fetched, nothing is drawn of it, and the focus does not move.
    await signIn.texts.loadRest();
    answer = new PhoneError(code, facts);
    const { occurrence } = signIn.state.error ?? {};
    await act();
    await see(code, () => {
      const { error } = signIn.state;
      return error?.code === code && error.occurrence !== occurrence;
    });
    answer = undefined;
  };

  for (const purpose of purposes) {
    signIn.purpose = purpose;
    await see(purpose);
  }
  signIn.purpose = 'sign-in';

  for (const number of ['', '7400', '74001234567890', '+9991234567', '+4915112345678', '2079460958']) {
    numberField().value = number;
    await signIn.requestCode();
    await see(`number: “${number}”`);
  }

  const picker = numberField().shadowRoot!.querySelector('phone-country-picker')!.shadowRoot!;
  picker.querySelector('button')!.click();
  // Its rows are there before it is open, and opening begins a new search.
  await see('countries', () => picker.querySelector('.popup:is(:popover-open, [open]) [role=option]'));
  const search = picker.querySelector('input')!;
  search.value = 'zzz';
  search.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await see('no country', () => !picker.querySelector('[role=option]'));
  picker.querySelector<HTMLElement>('.close')!.click();

  numberField().value = '7400123456';
  await see('possible', () => numberField().international);
  for (const code of errorCodes) await fail(code, () => signIn.requestCode());
  await fail('rate_limited', () => signIn.requestCode(), { retryAfter: 3540 });

  const enterNumber = async () => {
    signIn.reset();
    await until(numberField, 'the number step');
    numberField().value = '7400123456';
    await until(() => numberField().international, 'the number');
  };
  const toCode = async () => {
    await enterNumber();
    await signIn.requestCode();
    await until(() => signIn.state.step === 'code' && codeField(), 'the code step');
  };
  await enterNumber();
  answer = 'hang';
  void signIn.requestCode();
  await see('sending', () => signIn.state.step === 'sending');
  answer = undefined;

  await toCode();
  await look('code');
  codeField().value = '12';
  await see('two digits');
  answer = 'hang';
  signIn.verify('123456');
  await see('verifying', () => signIn.state.step === 'verifying');
  answer = undefined;
  // From here on another code could be asked for at once.
  challenge = { ...challenge!, resendAtMs: 0 };
  await toCode();
  await look('resend');
  for (const code of ['network', 'delivery_failed', 'rate_limited'] as const)
    await fail(code, () => signIn.resend(), { retryAfter: code === 'rate_limited' ? 3540 : undefined });
  await toCode();
  for (const [index, code] of errorCodes.entries()) {
    if (signIn.state.step !== 'code' || signIn.state.dead) await toCode();
    // A code that was wrong is not checked again.
    const digits = String(123400 + index);
    codeField().value = digits;
    await fail(code, () => signIn.verify(digits), {
      attemptsLeft: code === 'code_invalid' ? 3 : undefined,
    });
  }

  const nexts: Next[] = [
    { kind: 'new-password', state: undefined },
    { kind: 'confirm-register', state: undefined },
    { kind: 'confirm-sign-in', state: undefined },
    { kind: 'send-code', maskedPhone: '••••••0009', state: undefined },
    { kind: 'new-phone', purpose: 'bind-mfa', canSkip: true, state: undefined },
  ];
  for (const next of nexts) {
    await toCode();
    asked = next;
    signIn.verify('123456');
    await see(next.kind, () => signIn.state.step === 'next' && !codeField() && find('.submit'));
    asked = undefined;
    const password = find<HTMLElementTagNameMap['phone-password-field']>('phone-password-field');
    if (!password) continue;
    const form = find('form') as HTMLFormElement;
    password.value = 'secret';
    for (const minLength of [undefined, 12])
      await fail('password_rejected', () => form.requestSubmit(), { minLength });
    await fail('password_reused', () => form.requestSubmit());
    answer = 'hang';
    form.requestSubmit();
    await see('saving', () => find('.spinner'));
    answer = undefined;
  }
  signIn.purpose = 'forgot-password';
  await until(numberField, 'the number step');
  await toCode();
  asked = nexts[0];
  signIn.verify('123456');
  await until(() => find('phone-password-field'), 'the password');
  asked = undefined;
  find<HTMLElementTagNameMap['phone-password-field']>('phone-password-field')!.value = 'secret';
  (find('form') as HTMLFormElement).requestSubmit();
  await see('password changed', () => signIn.state.step === 'done');
  signIn.purpose = 'sign-in';
  await until(numberField, 'the number step');

  await toCode();
  signIn.verify(inPage.messages.at(-1)!.code);
  await see('done', () => signIn.state.step === 'done');

  signIn.firstFactor = 'password';
  signIn.backend = {
    ...backend,
    capabilities: { ...backend.capabilities, firstFactors: ['password', 'code'] },
    prepare: () => Promise.resolve({ firstFactors: ['password', 'code'] }),
  };
  await enterNumber();
  void signIn.requestCode();
  await see('password', () => signIn.state.step === 'password' && find('phone-password-field'));
  find<HTMLElementTagNameMap['phone-password-field']>('phone-password-field')!.value = 'secret';
  for (const code of ['credentials_invalid', 'account_locked', 'network'] as const)
    await fail(code, () => (find('form') as HTMLFormElement).requestSubmit());
  signIn.remove();
  await walkChannels(language, look);
}

/** The states of codes that come by WhatsApp or a call, at a server that says when the next may be asked for. */
export async function walkChannels(
  language: string | Texts,
  look: (state: string) => unknown,
): Promise<void> {
  const channels = ['sms', 'whatsapp', 'voice'] as const;
  let waitMs = 60_000;
  const phone = '+447400123456' as E164;
  const sentBy = (channel: Channel | undefined) =>
    Promise.resolve<Challenge>({
      ...{ phone, channel, channels, purpose: 'sign-in', codeLength: 6, state: undefined },
      ...{ attemptsLeft: 5, maskedPhone: undefined },
      expiresAtMs: Date.now() + 600_000,
      resendAtMs: Date.now() + waitMs,
    });
  const backend: Backend = {
    ...serveInPage().backend,
    prepare: () => Promise.resolve({ channels }),
    requestCode: ({ channel }) => sentBy(channel),
    resendCode: ({ channel }) => sentBy(channel),
    cancel: () => Promise.resolve(),
  };
  const signIn = await show<PhoneSignIn>(
    typeof language === 'string'
      ? html`<phone-sign-in locale=${language} default-country="GB" .backend=${backend}></phone-sign-in>`
      : html`<phone-sign-in .texts=${language} default-country="GB" .backend=${backend}></phone-sign-in>`,
  );
  const { find, numberField, until, see } = stageOf(signIn, look);
  const enterNumber = async (channel: Channel, number = '7400123456') => {
    signIn.reset();
    signIn.channel = channel;
    await until(numberField, 'the number step');
    numberField().value = number;
    await until(() => numberField().international, 'the number');
  };
  const send = async (state: string, act: () => unknown) => {
    const { resent } = { resent: -1, ...signIn.state };
    await act();
    await see(state, () => 'resent' in signIn.state && signIn.state.resent > resent);
  };
  const ladder = () => find('[part=other-channel]');
  // Beside the number, words: they wait for a chunk, and for what the server has.
  const saysHow = () => /\p{L}/u.test(numberField().shadowRoot!.querySelector('#message')!.textContent);

  // A walk before may have kept a step.
  signIn.reset();
  await until(numberField, 'the number step');
  // Touched, it asks what the server has.
  numberField().focus();
  await enterNumber('whatsapp');
  await see('by WhatsApp, to come', saysHow);
  await send('by WhatsApp', () => signIn.requestCode());
  await enterNumber('voice');
  await see('by a call, to come', saysHow);
  await send('by a call', () => signIn.requestCode());
  await enterNumber('sms', '2079460958');
  await signIn.requestCode();
  await see('a landline that can be called', () => find('[slot=action]:not([type=submit])'));

  // Another one may be asked for at once.
  waitMs = 0;
  await enterNumber('sms');
  await signIn.requestCode();
  await see('other ways', ladder);
  await send('after WhatsApp', () => signIn.resend('whatsapp'));
  await send('after each of them', () => signIn.resend('voice'));
  waitMs = 60_000;
  await send('by another call', () => signIn.resend('voice'));
  signIn.remove();
}

/** What is found and waited for on a walk. */
function stageOf(signIn: PhoneSignIn, look: (state: string) => unknown) {
  const find = <T extends Element>(selector: string) => signIn.shadowRoot!.querySelector<T>(selector);
  const numberField = () => find<HTMLElementTagNameMap['phone-number-field']>('phone-number-field')!;
  const until = async (isSo: () => unknown, what: string) => {
    for (const deadline = performance.now() + 15_000; !isSo();) {
      if (performance.now() > deadline) throw new Error(`${what} did not come to be`);
      await new Promise(resolve => setTimeout(resolve));
    }
    await signIn.updateComplete;
    for (const field of signIn.shadowRoot!.querySelectorAll<PhoneSignIn>('[part$=field], [part=resend]'))
      await field.updateComplete;
  };
  // A new field's country is called by its code until the browser is idle.
  const isNamed = () => {
    if (!numberField()) return true;
    const picker = numberField().shadowRoot!.querySelector('phone-country-picker');
    const label = picker?.shadowRoot!.querySelector('[part=button]')?.ariaLabel;
    return label && !(picker?.value && new RegExp(`\\b${picker.value}\\b`).test(label));
  };
  const see = async (state: string, isSo: () => unknown = () => true) => {
    await until(isSo, state);
    await until(isNamed, `${state}: the country's name`);
    await look(state);
  };
  return { find, numberField, until, see };
}

/** What reaches out of the card, or does not fit into itself; everything in sight is looked at, through shadow roots. */
export function overflowing(): string[] {
  const signIn = document.querySelector('phone-sign-in')!;
  const card = signIn.shadowRoot!.querySelector('.card')!.getBoundingClientRect();
  const found: string[] = [];
  const visit = (element: Element, limit: { left: number; right: number }) => {
    if (element.matches('.visually-hidden, .over, style, svg')) return;
    const isPopup = element.matches('.popup');
    const edges = isPopup ? { left: 0, right: innerWidth } : limit;
    const box = element.getBoundingClientRect();
    if (box.width && box.height) {
      const isOut = box.left < edges.left - 0.5 || box.right > edges.right + 0.5;
      const { overflowX, fontSize } = getComputedStyle(element);
      // The buttons that look like links reach a quarter of their text's size further than they show.
      const excess = element.scrollWidth - element.clientWidth - 0.3 * parseFloat(fontSize);
      const isTooNarrow = excess > 0 && element.clientWidth > 0 && overflowX === 'visible';
      if (isOut || isTooNarrow) found.push(describe(element));
      const children = [...(element.shadowRoot?.children ?? []), ...element.children];
      for (const child of children) visit(child, edges);
    }
  };
  visit(signIn, card);
  if (document.documentElement.scrollWidth > innerWidth) found.push('the page');
  return found;
}

const describe = (element: Element) => `<${element.localName} class="${element.className}">`;

export async function setPage(width: number, textSize: number): Promise<void> {
  await page.viewport(width, 640);
  document.documentElement.style.fontSize = `${textSize}px`;
  document.body.style.margin = '16px';
  document.body.style.fontFamily = 'system-ui, sans-serif';
}
