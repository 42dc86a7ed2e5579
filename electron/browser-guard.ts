/** Who may speak to browser mode: the page it served, in a browser on this machine, and nobody else. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Why a request is turned away. */
export interface Refusal {
  readonly status: 400 | 401 | 403 | 405;
  readonly cause: string;
}

/**
 * Checks a request before anything else reads it; null lets it in.
 * Host must be exact (a name that someone points at 127.0.0.1 is not ours), a POST must come from our own page and
 * carry the token, and pages of other sites may not even read the built files. Cookies are not used at all: they ignore
 * ports, so another program on this machine would be sent them.
 */
export function refusal(
  request: IncomingMessage,
  own: { readonly origin: string; readonly token: string },
): Refusal | null {
  const { method, headers } = request;
  if (`http://${headers.host ?? ''}` !== own.origin) {
    return { status: 403, cause: 'This address is not the one Kerbside serves.' };
  }
  const site = headers['sec-fetch-site'];
  if (method === 'GET' || method === 'HEAD') {
    const open = site === undefined || site === 'same-origin' || site === 'none';
    return open ? null : { status: 403, cause: 'Another site may not load Kerbside.' };
  }
  if (method !== 'POST') return { status: 405, cause: 'This method is not used here.' };
  if (headers.origin !== own.origin || (site !== undefined && site !== 'same-origin')) {
    return { status: 403, cause: 'Another site may not ask Kerbside.' };
  }
  if (!isToken(headers.authorization, own.token)) {
    return { status: 401, cause: 'This page does not carry the token of the running Kerbside.' };
  }
  return null;
}

/** Compares digests, so that neither length nor content shows in the time taken. */
function isToken(authorization: string | undefined, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(authorization ?? ''), digest(`Bearer ${token}`));
}
