/** Every screen and error of the widget, one after another, with a look at each. */
import type { Setting } from '../cases.js';
import { until } from '../driver.js';
import { faults, type Fault } from '../faults.js';
import { lookAtNext, lookAtPassword } from './later-views.js';
import { fails, setPage, type Look } from './look.js';
import { wait } from './steps.js';

const problem =
  (status: number, code: string, facts: object = {}): Fault =>
  response =>
    void response
      .writeHead(status, { 'content-type': 'application/problem+json' })
      .end(JSON.stringify({ status, code, ...facts }));

const html404: Fault = response => void response.writeHead(404, { 'content-type': 'text/html' }).end('<p>');
const dead: Fault = response => void response.destroy();

const numberFaults: readonly [string, Fault][] = [
  ['invalid_phone', problem(422, 'invalid_phone')],
  ['phone_blocked', problem(403, 'phone_blocked')],
  ['captcha_required', problem(403, 'captcha_required')],
  ['unauthenticated', problem(401, 'unauthenticated')],
  ['delivery_failed', problem(502, 'delivery_failed')],
  ['server_error', faults['500']],
  ['misconfigured', html404],
  ['network', dead],
  ['rate_limited', problem(429, 'rate_limited', { retryAfter: 3540 })],
];

const codeFaults: readonly [string, Fault][] = [
  ['code_invalid', problem(422, 'code_invalid', { attemptsLeft: 3 })],
  ['network', dead],
  ['server_error', faults['500']],
  ['account_not_found', problem(404, 'account_not_found')],
  ['account_blocked', problem(403, 'account_blocked')],
  ['signup_disabled', problem(403, 'signup_disabled')],
  ['too_many_attempts', problem(410, 'too_many_attempts')],
];

/** `attributes`: of the widget. The case's server is one {@link withPasswords}. */
export async function lookAtAll(setting: Setting, look: Look, attributes = ''): Promise<void> {
  await lookAtNumber(setting, look, attributes);
  await lookAtCode(setting, look);
  await lookAtNext(setting, look, attributes);
  await lookAtPassword(setting, look, attributes);
}

async function lookAtNumber(setting: Setting, look: Look, attributes: string): Promise<void> {
  const { world, tab, person } = setting;
  setPage(setting, `endpoint="/api/phone" ${attributes}`);
  await person.visit();
  await look('number');
  for (const [name, typed] of [
    ['missing', ''],
    ['too short', '74'],
    ['landline', '2079460958'],
  ] as const) {
    await tab.evaluate(text => {
      (globalThis.probe.find('phone-number-field') as HTMLElement & { value: string }).value = text;
    }, typed);
    await person.click('submit');
    await until(
      () => tab.evaluate(() => !!globalThis.probe.find('.message.bad, .message.warning')),
      () => `"${name}" is said`,
    );
    await look(name);
  }
  await person.click('country');
  await until(
    () => tab.evaluate(() => !!globalThis.probe.focused()?.matches('[role=combobox]')),
    () => 'the list is open',
  );
  await look('countries');
  await person.type('4');
  await person.press('ArrowDown');
  await look('countries found');
  await person.type('zzz');
  await look('no country');
  await person.press('Escape');
  await tab.evaluate(() => {
    (globalThis.probe.find('phone-number-field') as HTMLElement & { value: string }).value = '7400123456';
  });
  await look('possible');
  for (const [code, fault] of numberFaults) {
    world.faults.set('/challenges', fault);
    await fails(setting, code, () => person.click('submit'));
    await look(code);
  }
  await wait(setting, 3_600_000);
  world.faults.set('/challenges', faults.silence);
  await person.click('submit');
  await person.reaches('sending');
  await look('sending');
  await until(
    () => world.messages.length === 1,
    () => 'the server has acted',
  );
  world.faults.clear();
  await tab.evaluate(() => globalThis.probe.pass(20_000));
  await person.reaches('number');
  await look('timeout');
}

async function lookAtCode(setting: Setting, look: Look): Promise<void> {
  const { world, tab, person } = setting;
  await person.click('submit');
  await person.reaches('code');
  await look('code');
  await person.focus('code');
  await person.type('12');
  await look('two digits');
  await person.press('Enter');
  await look('too early');
  for (const [index, [code, fault]] of codeFaults.entries()) {
    world.faults.set('/verify', fault);
    await tab.evaluate(digits => {
      (globalThis.probe.find('phone-code-field') as HTMLElementTagNameMap['phone-code-field']).value = digits;
    }, '');
    await person.focus('code');
    await fails(setting, code, () => person.type(`12345${index}`));
    await look(code);
  }
  world.faults.clear();
  await wait(setting, 61_000);
  await look('resend');
  world.faults.set('/challenges', problem(429, 'rate_limited', { retryAfter: 240 }));
  await fails(setting, 'rate_limited', () => person.click('resend'));
  await look('resend limited');
  world.faults.clear();
  await wait(setting, 241_000);
  await person.click('resend');
  await until(
    () => world.messages.length === 2,
    () => 'a new message',
  );
  await until(
    () => tab.evaluate(() => !!globalThis.probe.find('input[autocomplete=one-time-code]:not([readonly])')),
    () => 'a new code can be typed',
  );
  world.faults.set('/verify', faults.silence);
  await tab.evaluate(() => {
    (globalThis.probe.find('phone-code-field') as HTMLElementTagNameMap['phone-code-field']).value = '';
  });
  await person.focus('code');
  await person.type(world.messages[1]!.code);
  await person.reaches('verifying');
  await look('verifying');
  world.faults.clear();
  await tab.evaluate(() => globalThis.probe.pass(20_000));
  await person.reaches('code');
  await look('verify timeout');
  await person.focus('code');
  await person.press('Enter');
  await person.reaches('done');
  await look('done');
}
