/**
 * Who may use the demo's own routes, with codes and keys behind them: this machine, and no other site's page. The Host header keeps out names that were
 * pointed at this machine (DNS rebinding), the rest pages of other origins.
 */
import type { IncomingMessage } from 'node:http';

export function isAllowed({ method, headers, socket }: IncomingMessage): boolean {
  const host = headers.host ?? '';
  if (!isLoopback(socket.remoteAddress ?? '') || !isLoopback(hostnameOf(`http://${host}`))) return false;
  const { origin } = headers;
  if (origin !== undefined && !isOriginOf(origin, host)) return false;
  const site = headers['sec-fetch-site'];
  // "none" is an address that was typed or opened from outside: it reads, and changes nothing.
  return site === undefined || site === 'same-origin' || (site === 'none' && method === 'GET');
}

function isOriginOf(origin: string, host: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === host;
}

function hostnameOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : '';
}

function isLoopback(name: string): boolean {
  return /^(localhost|(::ffff:)?127(\.\d+){3}|::1|\[::1\])$/.test(name);
}
