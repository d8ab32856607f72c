import { isLanguage, type Language } from '../platform/i18n/index.ts';
import { isToken } from '../platform/sessions/index.ts';

/**
 * The cookie of every browser; another one has only who trusts a device (`device-cookie.ts`). For somebody signed in it holds the session's token; for a visitor a random token
 * that binds the sign-in form to the browser, and the language if it was chosen: `<token>.en`.
 */
export interface SessionCookie {
  readonly token: string;
  readonly language: Language | undefined;
}

/** Two areas that know nothing of each other's sessions: that of the customers, and the desk of the staff. */
export type Area = 'portal' | 'desk';

/** `__Host-` pins the cookie to this host over TLS; browsers refuse that prefix over plain http. */
export const cookieName = (isHttps: boolean, area: Area = 'portal') =>
  `${isHttps ? '__Host-' : ''}kundenportal${area === 'desk' ? '-desk' : ''}`;

export function readCookie(
  header: string | undefined,
  isHttps: boolean,
  area: Area = 'portal',
): SessionCookie | undefined {
  const name = `${cookieName(isHttps, area)}=`;
  const pair = header?.split(/;\s*/).find((part) => part.startsWith(name));
  if (!pair) return undefined;
  const [token = '', language] = pair.slice(name.length).split('.');
  return isToken(token) ? { token, language: isLanguage(language) ? language : undefined } : undefined;
}

/** A cookie of the browser's session; the real limits are kept with the session in the database. */
export function writeCookie(cookie: SessionCookie, isHttps: boolean, area: Area = 'portal'): string {
  const value = cookie.language ? `${cookie.token}.${cookie.language}` : cookie.token;
  return `${cookieName(isHttps, area)}=${value}; Path=/; HttpOnly; SameSite=Lax${isHttps ? '; Secure' : ''}`;
}

export function clearedCookie(isHttps: boolean, area: Area = 'portal'): string {
  return `${cookieName(isHttps, area)}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0${isHttps ? '; Secure' : ''}`;
}
