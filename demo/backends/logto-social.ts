/**
 * After a social account's own page, in the same interaction: `?verification=` is what Logto's
 * `/verification/social/{connectorId}/verify` answered. Whose account is it here?
 */
import { find } from '../dom.js';

interface Refusal {
  code?: string;
  data?: { relatedUser?: { value?: string }; missingProfile?: string[] };
}

const verificationId = new URLSearchParams(location.search).get('verification') ?? '';

async function call(method: string, path: string, body?: object) {
  const response = await fetch(`/api/experience${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const answer: unknown = text.startsWith('{') ? JSON.parse(text) : {};
  return { ok: response.ok, answer: answer as Refusal & { redirectTo?: string } };
}

/** Ends the interaction, or goes on to the step that Logto asks for: the widget's. */
async function finish(): Promise<void> {
  const { ok, answer } = await call('POST', '/submit');
  if (ok && answer.redirectTo) location.assign(answer.redirectTo);
  else goOn(answer);
}

function goOn({ code, data }: Refusal): void {
  if (code === 'session.mfa.require_mfa_verification') location.assign('/mfa-verification/phone');
  else if (data?.missingProfile?.includes('phone')) location.assign('/continue/phone');
  else {
    find('#trouble').hidden = false;
    find('#trouble').textContent = `This did not work (${code ?? 'no answer'}). Go back and start again.`;
  }
}

/** An account of its own. Logto may want a number for it, which the widget asks for. */
async function register(): Promise<void> {
  await call('PUT', '/interaction-event', { interactionEvent: 'Register' });
  const { ok, answer } = await call('POST', '/identification', { verificationId });
  if (ok) await finish();
  else goOn(answer);
}

export async function linkSocial(): Promise<void> {
  const { ok, answer } = await call('POST', '/identification', { verificationId });
  // It is linked already.
  if (ok) return finish();
  if (answer.code !== 'user.identity_not_exist') return goOn(answer);
  const related = answer.data?.relatedUser?.value;
  if (!related) return register();
  const form = find<HTMLFormElement>('#linking');
  find('#related').textContent = related;
  form.hidden = false;
  form.addEventListener('submit', event => {
    event.preventDefault();
    void call('POST', '/identification', { verificationId, linkSocialIdentity: true }).then(linked =>
      linked.ok ? finish() : goOn(linked.answer),
    );
  });
  find('#separate').addEventListener('click', () => void register());
}
