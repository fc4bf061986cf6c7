/** The Experience API of the stand-in of Logto, and the two addresses of OpenID Connect around it. */
import type { IncomingHttpHeaders } from 'node:http';
import { invalidInput, LogtoError, phoneAt, textAt, tooShort } from './logto-errors.js';
import { Interaction, type InteractionEvent } from './logto-interaction.js';
import { signInExperience } from './logto-sign-in-exp.js';
import { newId, type World } from './logto-world.js';

export interface Reply {
  status: number;
  /** JSON, or text where it is one. */
  body?: object | string;
  headers?: Record<string, string | string[]>;
}

export interface Asked {
  method: string;
  url: URL;
  headers: IncomingHttpHeaders;
  body: unknown;
}

export function createExperience(world: World, origin: () => string) {
  const interactions = new Map<string, Interaction>();

  function authorize({ url }: Asked): Reply {
    const appId = url.searchParams.get('client_id') ?? 'spaapp0001';
    const interaction = new Interaction(world, appId, url.searchParams.get('redirect_uri') ?? `${origin()}/`);
    const { uid } = interaction;
    interactions.set(uid, interaction);
    const hidden = (name: string, path: string) =>
      [name, `${name}.sig`].map(each => `${each}=${uid}; path=${path}; max-age=3600; samesite=lax; httponly`);
    const resume = hidden('_interaction_resume', `/oidc/auth/${uid}`);
    return {
      status: 303,
      headers: {
        location: `/sign-in?app_id=${appId}`,
        'set-cookie': [
          `_logto=${JSON.stringify({ appId })}; path=/`,
          ...hidden('_interaction', '/'),
          ...resume,
        ],
      },
    };
  }

  /** Where `redirectTo` leads: back to the application, with a code for tokens. */
  function resume(uid: string): Reply {
    const interaction = interactions.get(uid);
    if (!interaction?.isSubmitted) throw new LogtoError('session.not_found');
    // Logto agrees to what the application may know by a page of its own, which shows nothing.
    if (!interaction.hasConsented) {
      const headers = { location: `/consent?app_id=${interaction.appId}` };
      return { status: 303, headers };
    }
    interactions.delete(uid);
    const location = new URL(interaction.redirectUri);
    location.searchParams.set('code', newId());
    return { status: 303, headers: { location: location.href } };
  }

  function consent({ headers }: Asked): Reply {
    const interaction = interactions.get(
      /(?:^|; )_interaction=([^;]*)/.exec(headers.cookie ?? '')?.[1] ?? '',
    );
    if (!interaction?.isSubmitted) throw new LogtoError('session.not_found');
    interaction.hasConsented = true;
    return { status: 303, headers: { location: `${origin()}/oidc/auth/${interaction.uid}` } };
  }

  function interactionOf({ headers }: Asked): Interaction {
    const uid = /(?:^|; )_interaction=([^;]*)/.exec(headers.cookie ?? '')?.[1];
    const interaction = interactions.get(uid ?? '');
    const isOther = headers['logto-app-id'] !== undefined && headers['logto-app-id'] !== interaction?.appId;
    if (!interaction || interaction.isSubmitted || isOther) throw new LogtoError('session.not_found');
    return interaction;
  }

  /** What each call does, and the status of its success. */
  const calls: Record<string, (interaction: Interaction, asked: Asked) => Reply> = {
    'PUT /interaction-event': (interaction, { body }) => {
      interaction.changeEvent(eventAt(body));
      return { status: 204 };
    },
    'POST /verification/verification-code': (interaction, { body, headers }) => {
      const event = eventAt(body);
      const verificationId = interaction.sendCode(identifierAt(body), event, headers['accept-language']);
      return { status: 200, body: { verificationId } };
    },
    'POST /verification/verification-code/verify': (interaction, { body }) => {
      const phone = identifierAt(body);
      const verificationId = textAt(body, 'verificationId');
      interaction.verifyCode('phone', verificationId, textAt(body, 'code'), phone);
      return { status: 200, body: { verificationId } };
    },
    'POST /verification/mfa-verification-code': (interaction, { body, headers }) => {
      if (textAt(body, 'identifierType') !== 'phone') throw invalidInput(['identifierType'], false);
      return { status: 200, body: { verificationId: interaction.sendMfaCode(headers['accept-language']) } };
    },
    'POST /verification/mfa-verification-code/verify': (interaction, { body }) => {
      if (textAt(body, 'identifierType') !== 'phone') throw invalidInput(['identifierType'], false);
      const verificationId = textAt(body, 'verificationId');
      interaction.verifyCode('mfa', verificationId, textAt(body, 'code'));
      return { status: 200, body: { verificationId } };
    },
    'POST /verification/password': (interaction, { body }) => {
      if ((body as { password?: unknown }).password === '') throw tooShort('password');
      // Here Logto takes anything for a value, and a plus for none.
      const phone = textAt(body, 'identifier', 'value').replace('+', '');
      return {
        status: 200,
        body: { verificationId: interaction.verifyPassword(phone, textAt(body, 'password')) },
      };
    },
    // *Unrecorded*, and no call of Logto's: there the account's own page comes in between.
    'POST /verification/social/stand-in/verify': (interaction, { body }) => ({
      status: 200,
      body: { verificationId: interaction.verifySocial(textAt(body, 'social'), phoneAt(body, 'phone')) },
    }),
    'POST /identification': (interaction, { body }) => {
      const isNamed = (body as { verificationId?: unknown } | undefined)?.verificationId !== undefined;
      if (interaction.event === 'Register') {
        interaction.register(isNamed ? textAt(body, 'verificationId') : undefined);
        return { status: 201, body: 'Created' };
      }
      const { linkSocialIdentity } = body as { linkSocialIdentity?: boolean };
      interaction.identify(textAt(body, 'verificationId'), linkSocialIdentity);
      return { status: 204 };
    },
    'POST /submit': interaction =>
      interaction.submit()
        ? { status: 200, body: { redirectTo: `${origin()}/oidc/auth/${interaction.uid}` } }
        : { status: 204 },
    'POST /profile': (interaction, { body }) => {
      if (interaction.event === 'ForgotPassword')
        throw new LogtoError('session.not_supported_for_forgot_password');
      const type = textAt(body, 'type');
      if (type !== 'phone' && type !== 'password') throw invalidInput(['type'], false);
      if (interaction.event === 'SignIn') interaction.guardMfa();
      if (type === 'password') {
        interaction.setPassword(textAt(body, 'value'));
        return { status: 204 };
      }
      interaction.setPhone(textAt(body, 'verificationId'));
      return { status: 204 };
    },
    'PUT /profile/password': (interaction, { body }) => {
      interaction.replacePassword(textAt(body, 'password'));
      return { status: 204 };
    },
    'POST /profile/mfa': (interaction, { body }) => {
      interaction.bindMfa(textAt(body, 'type'), textAt(body, 'verificationId'));
      return { status: 204 };
    },
    'POST /profile/mfa/mfa-enabled': interaction => {
      interaction.enableMfa();
      return { status: 204 };
    },
    'POST /profile/mfa/mfa-skipped': interaction => {
      interaction.skipMfa();
      return { status: 204 };
    },
    'POST /profile/mfa/mfa-suggestion-skipped': interaction => {
      interaction.skipSuggestion();
      return { status: 204 };
    },
  };

  return (asked: Asked): Reply | undefined => {
    const { method, url, body } = asked;
    const { pathname } = url;
    if (method === 'GET' && pathname === '/oidc/auth') return authorize(asked);
    if (method === 'GET' && pathname.startsWith('/oidc/auth/')) return resume(pathname.slice(11));
    if (method === 'GET' && pathname === '/consent') return consent(asked);
    if (method === 'GET' && pathname === '/api/.well-known/sign-in-exp')
      return { status: 200, body: signInExperience(world.settings) };
    if (!pathname.startsWith('/api/experience')) return undefined;
    const interaction = interactionOf(asked);
    if (method === 'PUT' && pathname === '/api/experience') {
      const token = (body as { captchaToken?: string } | undefined)?.captchaToken;
      interaction.begin(eventAt(body), token === undefined ? undefined : textAt(body, 'captchaToken'));
      return { status: 204 };
    }
    const call = calls[`${method} ${pathname.slice('/api/experience'.length)}`];
    if (!call) return undefined;
    if (!interaction.event) throw new LogtoError('session.interaction_not_found');
    return call(interaction, asked);
  };
}

function eventAt(body: unknown): InteractionEvent {
  const event = textAt(body, 'interactionEvent');
  if (event !== 'SignIn' && event !== 'Register' && event !== 'ForgotPassword')
    throw invalidInput(['interactionEvent'], false);
  return event;
}

function identifierAt(body: unknown): string {
  if (textAt(body, 'identifier', 'type') !== 'phone') throw invalidInput(['identifier', 'type'], false);
  return phoneAt(body, 'identifier', 'value');
}
