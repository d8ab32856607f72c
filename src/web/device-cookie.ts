import { isToken } from '../platform/sessions/index.ts';
import type { PageRequest } from './page-request.ts';

/** How long a browser is trusted, and its cookie kept. */
export const DEVICE_DAYS = 30;

/**
 * The only cookie besides that of the session, set when somebody asks for it: a random token by which the database
 * knows that the person trusts this browser. Sent with requests from our own pages only.
 */
const deviceCookieName = (isHttps: boolean) =>
  isHttps ? '__Host-kundenportal-device' : 'kundenportal-device';

/** The token of a browser that somebody trusts or trusted; what it is worth is in the database. */
export function deviceTokenOf(request: PageRequest): string | undefined {
  const name = `${deviceCookieName(request.isHttps)}=`;
  const header = request.raw.headers.get('cookie') ?? '';
  const value = header
    .split(/;\s*/)
    .find((part) => part.startsWith(name))
    ?.slice(name.length);
  return value !== undefined && isToken(value) ? value : undefined;
}

/** The header that leaves the token with the browser. */
export function deviceCookie(request: PageRequest, token: string): string {
  const attributes = `Path=/; HttpOnly; SameSite=Strict; Max-Age=${DEVICE_DAYS * 24 * 60 * 60}`;
  return `${deviceCookieName(request.isHttps)}=${token}; ${attributes}${request.isHttps ? '; Secure' : ''}`;
}
