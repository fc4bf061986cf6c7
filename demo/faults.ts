/** What can go wrong between the widget and the handler. */

export interface Fault {
  readonly name: string;
  readonly label: string;
  /** Which calls it meets. */
  meets(method: string, path: string): boolean;
  /** Answers in the handler's place, or asks `next` and does something to its answer. */
  act(request: Request, next: () => Promise<Response>): Promise<Response>;
}

type Meets = Fault['meets'];

const asks: Meets = (method, path) => method === 'POST' && path === '/challenges';
const resends: Meets = (method, path) => method === 'POST' && path.endsWith('/resend');
const verifies: Meets = (method, path) => method === 'POST' && path.endsWith('/verify');
const sends: Meets = (method, path) => asks(method, path) || resends(method, path);
const posts: Meets = method => method === 'POST';

export const slowMs = 3000;

/** An error of the contract, as the handler words it. */
function refusal(code: string, status: number, meets: Meets, label: string, more: object = {}): Fault {
  const body = { type: 'about:blank', title: label, status, code, ...more };
  return {
    name: code.replaceAll('_', '-'),
    label,
    meets,
    act: () =>
      Promise.resolve(
        Response.json(body, { status, headers: { 'content-type': 'application/problem+json' } }),
      ),
  };
}

const page = (status: number) =>
  Promise.resolve(
    new Response('<!doctype html><title>Another server</title>', {
      status,
      headers: { 'content-type': 'text/html' },
    }),
  );

/** Ends with the request: the widget gives up in its own time. */
const wait = ({ signal }: Request, ms?: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const giveUp = () => reject(signal.reason as Error);
    if (signal.aborted) giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
    if (ms !== undefined) setTimeout(resolve, ms);
  });

export const faults = {
  slow: {
    name: 'slow',
    label: 'Slow: 3 s',
    meets: posts,
    act: (request, next) => wait(request, slowMs).then(next),
  },
  offline: {
    name: 'offline',
    label: 'Offline',
    meets: posts,
    act: () => Promise.reject(new TypeError('Failed to fetch')),
  },
  silent: {
    name: 'silent',
    label: 'No answer at all',
    meets: posts,
    act: (request, next) => wait(request).then(next),
  },
  answerLost: {
    name: 'answer-lost',
    label: 'Answer lost on its way',
    meets: posts,
    act: (_request, next) => next().then(() => Promise.reject(new TypeError('Failed to fetch'))),
  },
  rateLimited: refusal('rate_limited', 429, posts, 'Rate limited for 42 s', { retryAfter: 42 }),
  deliveryFailed: refusal('delivery_failed', 502, sends, 'Delivery failed'),
  invalidPhone: refusal('invalid_phone', 422, asks, 'Number refused'),
  phoneBlocked: refusal('phone_blocked', 403, asks, 'Number blocked'),
  captchaRequired: refusal('captcha_required', 403, sends, 'Captcha required'),
  serverError: refusal('server_error', 503, posts, 'Server error'),
  wrongAddress: { name: 'wrong-address', label: 'Wrong endpoint', meets: posts, act: () => page(404) },
  loginPage: { name: 'login-page', label: 'A network’s log-in page', meets: posts, act: () => page(200) },
  expired: refusal('code_expired', 410, verifies, 'Code expired'),
  gone: refusal('challenge_gone', 404, verifies, 'Challenge gone'),
  accountNotFound: refusal('account_not_found', 404, verifies, 'No such account'),
  accountExists: refusal('account_exists', 409, verifies, 'Account exists'),
  accountBlocked: refusal('account_blocked', 403, verifies, 'Account blocked'),
  signupDisabled: refusal('signup_disabled', 403, verifies, 'Sign-up closed'),
  noCooldown: {
    name: 'no-cool-down',
    label: 'No cool-down',
    meets: sends,
    act: async (_request, next) => {
      const response = await next();
      if (!response.ok) return response;
      const challenge = (await response.json()) as object;
      return Response.json({ ...challenge, resendIn: 0 }, { status: response.status });
    },
  },
} satisfies Record<string, Fault>;

export type FaultName = keyof typeof faults;
