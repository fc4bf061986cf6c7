/**
 * Who gets a message at all, in an order that costs us nothing first: what the number itself says, then the captcha, and
 * only then what a host may pay for.
 */
import type { Channel } from '../channels.js';
import type { ChallengeRequest, E164 } from '../protocol.js';
import { wholeRequest } from './answer.js';
import { checkPossible } from './check-phone.js';
import type { Caller } from './caller.js';
import type { ChannelPlan } from './channel-plan.js';
import type { Hooks } from './hooks.js';
import { maskPhone } from './mask.js';
import { kindOf } from './number-kinds.js';
import type { PhoneServerOptions } from './options.js';
import { Problem } from './problem.js';

export type Admission = ReturnType<typeof createAdmission>;

export interface AdmissionOptions {
  options: PhoneServerOptions;
  plan: ChannelPlan;
  hooks: Hooks;
  testNumbers: ReadonlyMap<string, string>;
}

export function createAdmission({ options, plan, hooks, testNumbers }: AdmissionOptions) {
  const { captcha, checkPhone, countries, excludeCountries, refuseUnassigned = false } = options;

  async function passCaptcha(token: string | undefined, request: Request): Promise<void> {
    if (!captcha) return;
    if (token === undefined) throw new Problem('captcha_required');
    if (!(await hooks.passesCaptcha(token, wholeRequest(request)))) throw new Problem('captcha_failed');
  }

  /** Where the host knows the number, a page has no say in it: it would prove a second factor with a number of its own. */
  async function findPhone({ phone, purpose }: ChallengeRequest, request: Request): Promise<E164> {
    if (!hooks.knowsPhone) {
      if (phone !== undefined) return phone;
      throw new Problem('malformed_request', { detail: '"phone" is missing, and this server knows none.' });
    }
    const known = await hooks.resolvePhone(wholeRequest(request), purpose);
    if (known === undefined) {
      if (phone === undefined || purpose === 'mfa-verification') throw new Problem('unauthenticated');
      return phone;
    }
    if (phone === undefined || phone === known) return known;
    throw new Problem('phone_blocked', { detail: '"phone" is not the number of who is signed in.' });
  }

  async function allowKind(phone: E164): Promise<void> {
    // They get no message.
    if (testNumbers.has(phone)) return;
    const kind = await kindOf(phone);
    // Whatever a host says of it: whoever has two spellings has two budgets.
    if (kind.isMisspelled) throw new Problem('invalid_phone');
    if (kind.isNeverTexted) throw new Problem('phone_blocked');
    if (refuseUnassigned && kind.isUnassigned) throw new Problem('invalid_phone');
  }

  async function allowNumber(phone: E164): Promise<void> {
    const check = await hooks.checkPhone(checkPhone ?? checkPossible, phone);
    if (!check.valid) throw new Problem('invalid_phone');
    if (countries && !countries.includes(check.country ?? '')) throw new Problem('phone_blocked');
    // A number of no known country may be of an excluded one.
    const isExcluded = check.country === undefined || excludeCountries?.includes(check.country);
    if (excludeCountries && isExcluded) throw new Problem('phone_blocked');
  }

  return {
    passCaptcha,

    /** Answers the number to send to, and how. */
    async admit(
      asked: ChallengeRequest,
      { request, note }: Pick<Caller, 'request' | 'note'>,
    ): Promise<{ phone: E164; channel: Channel }> {
      const phone = await findPhone(asked, request);
      note.phone = maskPhone(phone);
      await allowKind(phone);
      const channel = await plan.choose(phone, asked.channel);
      // Our own check is free, and a token that it would waste is a person's work.
      if (!checkPhone) await allowNumber(phone);
      await passCaptcha(asked.captcha, request);
      if (checkPhone) await allowNumber(phone);
      return { phone, channel };
    },
  };
}
