/** The screens behind the code, and those with a password; each by a backend that leads to it. */
import type { Case, Setting } from '../cases.js';
import { until } from '../driver.js';
import { fails, setPage, type Look } from './look.js';

async function visitAnew(setting: Setting, attributes: string): Promise<void> {
  setPage(setting, attributes);
  await setting.tab.evaluate(() => sessionStorage.clear());
  await setting.person.visit();
}

/** What a backend asks for after the code, by one that asks. */
export async function lookAtNext(setting: Setting, look: Look, attributes: string): Promise<void> {
  const { tab, person } = setting;
  const nexts = [
    { kind: 'new-password', state: 0 },
    { kind: 'confirm-register', state: 0 },
    { kind: 'confirm-sign-in', state: 0 },
    { kind: 'send-code', maskedPhone: '••••••0009', state: 0 },
    { kind: 'new-phone', purpose: 'bind-mfa', canSkip: true, state: 0 },
  ];
  for (const next of nexts) {
    await visitAnew(setting, attributes);
    await tab.evaluate(asked => {
      const challenge = {
        phone: '+447400123456',
        purpose: 'sign-in',
        codeLength: 6,
        expiresAtMs: Date.now() + 600_000,
        resendAtMs: Date.now() + 60_000,
        state: 0,
      };
      const signIn = document.querySelector('phone-sign-in')!;
      Object.assign(signIn, {
        backend: {
          capabilities: { purposes: ['sign-in'], knowsPhone: false },
          requestCode: () => Promise.resolve(challenge),
          resendCode: () => Promise.resolve(challenge),
          verifyCode: () => Promise.resolve({ kind: 'next', next: asked }),
          continueWith: () => new Promise(() => undefined),
        },
      });
    }, next);
    await person.toCode();
    await person.type('123456');
    await person.reaches('next');
    await until(
      () => tab.evaluate(() => !!globalThis.probe.find('button.submit')),
      () => `the screen ${next.kind}`,
    );
    await look(next.kind);
  }
  setPage(setting, `endpoint="/api/auth" backend="better-auth" purpose="forgot-password" ${attributes}`);
  await person.visit();
  await person.toCode();
  await person.type('135790');
  await person.reaches('next');
  await person.focus('password');
  await person.type('short');
  await fails(setting, 'password_rejected', () => person.press('Enter'));
  await look('password_rejected');
}

/** A server that knows passwords, and nobody's. */
export const withPasswords = { verifyPassword: () => false } satisfies Case['server'];

/** The number with its password; the case's server is one {@link withPasswords}. */
export async function lookAtPassword(setting: Setting, look: Look, attributes: string): Promise<void> {
  const { tab, person } = setting;
  await visitAnew(setting, `endpoint="/api/phone" first-factor="password" ${attributes}`);
  await person.enterNumber();
  await person.press('Enter');
  await person.reaches('password');
  await until(
    () => tab.evaluate(() => !!globalThis.probe.focused()?.matches('#password')),
    () => 'the password has the focus',
  );
  await look('password');
  await person.type('wrong');
  await fails(setting, 'credentials_invalid', () => person.press('Enter'));
  await look('credentials_invalid');
}
