/** What a host does about a number: by a function, or over HTTP where its back end is in another language. */
import { isE164, type E164 } from '../protocol.js';
import type { Answer } from './answer.js';
import type { Challenges } from './challenges.js';
import { readForm } from './introspection.js';
import type { Say } from './log.js';
import { maskPhone } from './mask.js';
import type { Passwords } from './passwords.js';
import type { PhoneServer } from './phone-server.js';
import { Problem } from './problem.js';
import type { Sessions } from './sessions.js';

type Action = 'sign-out-all' | 'erase' | 'unlock';

export interface ManagementOptions {
  sessions: Sessions;
  challenges: Challenges;
  passwords: Passwords;
  say: Say;
}

export function createManagement({ sessions, challenges, passwords, say }: ManagementOptions) {
  const unlock = async (phone: E164) => {
    await challenges.unlock(phone);
    await passwords.unlock(phone);
  };
  const run: Readonly<Record<Action, (phone: E164) => Promise<void>>> = {
    'sign-out-all': phone => sessions.signOutAll(phone),
    async erase(phone) {
      await sessions.signOutAll(phone);
      await unlock(phone);
    },
    unlock,
  };

  async function act(action: Action, phone: E164): Promise<void> {
    await run[action](phone);
    say({ event: action, outcome: 'ok', phone: maskPhone(phone), audit: true });
  }

  const asFunction = (name: keyof PhoneServer, action: Action) => async (phone: string) => {
    if (!isE164(phone)) throw new TypeError(`phone-sign-in: ${name} takes a number like "+447700900123".`);
    await act(action, phone);
  };

  return {
    actions: {
      signOutAll: asFunction('signOutAll', 'sign-out-all'),
      erase: asFunction('erase', 'erase'),
      unlock: asFunction('unlock', 'unlock'),
    },

    /** Of a form with `action` and `phone`. */
    async answer(request: Request): Promise<Answer> {
      const form = await readForm(request);
      const [action, phone] = [form?.get('action') ?? '', form?.get('phone')];
      if (!Object.hasOwn(run, action) || !isE164(phone)) {
        const detail = `Send a form (application/x-www-form-urlencoded) with "action" (${Object.keys(run).join(', ')}) and "phone".`;
        throw new Problem('malformed_request', { detail });
      }
      await act(action as Action, phone);
      return { status: 204, headers: [], body: '' };
    },
  };
}
