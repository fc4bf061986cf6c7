/** Which pages may ask: the server's own origin, and those it names. */

/**
 * `Sec-Fetch-Site` is the browser's own word, which no page can forge; it also holds behind a proxy that changes the
 * scheme or the host. Where it is missing (plain http, old browsers) `Origin` is compared with the request's host.
 * Without either it is no page that asks.
 */
export function isOwnOrigin(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin' || site === 'none';
  const origin = request.headers.get('origin');
  if (origin === null) return true;
  return URL.canParse(origin) && new URL(origin).host === new URL(request.url).host;
}

export function isAllowedOrigin(request: Request, origins: readonly string[]): boolean {
  return isOwnOrigin(request) || origins.includes(request.headers.get('origin') ?? '');
}

/** Whether the page keeps a `SameSite=Lax` cookie from this answer. */
export function isSameSite(request: Request): boolean {
  return isOwnOrigin(request) || request.headers.get('sec-fetch-site') === 'same-site';
}

/** Throws a `TypeError` for what is not an exact origin. */
export function checkOrigins(origins: readonly string[]): readonly string[] {
  for (const origin of origins) {
    if (!URL.canParse(origin) || new URL(origin).origin !== origin) {
      throw new TypeError(
        `phone-sign-in: "origins" holds ${JSON.stringify(origin)}; an exact origin is needed, like "https://www.example.com".`,
      );
    }
  }
  return origins;
}
