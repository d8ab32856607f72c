import { Secret, TOTP } from 'otpauth';

/** What every app for codes knows (RFC 6238): six digits, half a minute, SHA-1. */
const KIND = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
/** 160 bits, as RFC 4226 recommends. */
const SECRET_BYTES = 20;
/** A clock that is half a minute off, or a slow finger, is no reason to refuse. */
const WINDOW = 1;

/** A new secret, in the letters and digits that people can type into an app. */
export const newSecret = (): string => new Secret({ size: SECRET_BYTES }).base32;

/** The address that an app reads from the QR code. */
export function appAddress(secret: string, login: { issuer: string; label: string }): string {
  // a colon in a name would be taken for the one between issuer and account
  const plain = (text: string) => text.replaceAll(':', ' ');
  const issuer = plain(login.issuer);
  return new TOTP({
    ...KIND,
    secret: Secret.fromBase32(secret),
    issuer,
    label: plain(login.label),
  }).toString();
}

/**
 * The time step whose code was typed: the present one, the one before or the one after. Undefined when it is none
 * of them. Spaces in a code do not matter.
 */
export function stepOfCode(secret: string, typed: string, now: Temporal.Instant): number | undefined {
  const token = typed.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return undefined;
  const totp = new TOTP({ ...KIND, secret: Secret.fromBase32(secret) });
  const timestamp = now.epochMilliseconds;
  const delta = totp.validate({ token, timestamp, window: WINDOW });
  return delta === null ? undefined : totp.counter({ timestamp }) + delta;
}

/** The secret in groups of four, as it is easier to type. */
export const inGroups = (secret: string): string => secret.replace(/.{4}(?=.)/g, '$& ');

/** The time step that is now; the next one begins within half a minute. */
export const presentStep = (now: Temporal.Instant): number =>
  Math.floor(now.epochMilliseconds / (KIND.period * 1000));

/** The code that an app with this secret shows in a time step. */
export function codeOfStep(secret: string, step: number): string {
  const totp = new TOTP({ ...KIND, secret: Secret.fromBase32(secret) });
  return totp.generate({ timestamp: step * KIND.period * 1000 });
}
