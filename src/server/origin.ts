/** Which pages may ask: the server's own origin, and those it names. */

/**
 * `Sec-Fetch-Site` is the browser's own word, which no page can forge; it also holds behind a proxy that changes the
 * scheme or the host. Where it is missing (plain http, old browsers) `Origin` is compared with `publicUrl`, or with the
 * request's host. Without either it is no page that asks.
 */
export function isOwnOrigin(request: Request, publicUrl: string | undefined): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin' || site === 'none';
  const origin = request.headers.get('origin');
  if (origin === null || origin === publicUrl) return true;
  if (publicUrl !== undefined) return false;
  return URL.canParse(origin) && new URL(origin).host === new URL(request.url).host;
}

export function isAllowedOrigin(
  request: Request,
  origins: readonly string[],
  publicUrl: string | undefined,
): boolean {
  return isOwnOrigin(request, publicUrl) || origins.includes(request.headers.get('origin') ?? '');
}

/** Whether the page keeps a `SameSite=Lax` cookie from this answer. */
export function isSameSite(request: Request, publicUrl: string | undefined): boolean {
  return isOwnOrigin(request, publicUrl) || request.headers.get('sec-fetch-site') === 'same-site';
}

/**
 * Whether a browser speaks plain http to a loopback host: WebKit keeps no `Secure` cookie from there. A proxy on the same
 * machine looks alike from here, so whatever speaks of https counts, trusted or not: who makes it up gets a stricter cookie.
 */
export function isPlainLoopback(request: Request, publicUrl: string | undefined): boolean {
  const { protocol, hostname } = new URL(publicUrl ?? request.url);
  if (protocol !== 'http:' || !isLoopback(hostname)) return false;
  if (publicUrl !== undefined) return true;
  const { headers } = request;
  const isProxied = /https/i.test(`${headers.get('x-forwarded-proto')} ${headers.get('forwarded')}`);
  // A page of this very server says that it came by https.
  const isHttpsPage = headers.get('origin')?.startsWith('https:') && isOwnOrigin(request, publicUrl);
  return !isProxied && !isHttpsPage;
}

/** Whether it is a page on plain http of a host that is not loopback: browsers keep no `Secure` cookie from there. */
export function dropsSecureCookies({ headers }: Request): boolean {
  const origin = headers.get('origin') ?? '';
  return origin.startsWith('http:') && !isLoopback(new URL(origin).hostname);
}

function isLoopback(hostname: string): boolean {
  return /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}

/** Throws a `TypeError` for what is not an exact origin, or one whose browsers would keep no session. */
export function checkPublicUrl(publicUrl: string | undefined): string | undefined {
  if (publicUrl === undefined) return undefined;
  const url = URL.canParse(publicUrl) ? new URL(publicUrl) : undefined;
  if (url?.origin !== publicUrl || !/^https?:/.test(publicUrl)) {
    throw new TypeError(
      `phone-sign-in: "publicUrl" is ${JSON.stringify(publicUrl)}; an exact origin is needed, like "https://www.example.com".`,
    );
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    throw new TypeError(
      'phone-sign-in: "publicUrl" must be https: browsers keep no session from plain http.',
    );
  }
  return publicUrl;
}
