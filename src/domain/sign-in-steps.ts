/**
 * How far somebody has come with signing in. Only `full` may do anything; the others are waiting for one thing:
 * a new password, the second factor, or setting one up because the firm asks for it.
 */
export type SessionStage = 'full' | 'new-password' | 'second-factor' | 'enrol';

/** What is known about the second factors of a person who acts for a firm. */
export interface SecondFactors {
  /** An app that shows codes. */
  readonly hasTotp: boolean;
  readonly hasPasskey: boolean;
  /** The firm asks everybody who acts for it for a second factor. */
  readonly isRequired: boolean;
}

/**
 * The step after a right password. Whoever set up an app is always asked for its code; a passkey alone is another
 * way to sign in and becomes a second step only where the firm asks for one.
 * @param isTrustedDevice the person has given the second factor in this browser and asked to be remembered
 */
export function stepAfterPassword(factors: SecondFactors, isTrustedDevice: boolean): SessionStage {
  const { hasTotp, hasPasskey, isRequired } = factors;
  if (!hasTotp && !isRequired) return 'full';
  if (!hasTotp && !hasPasskey) return 'enrol';
  return isTrustedDevice ? 'full' : 'second-factor';
}

/** Whether one of the two kinds of factor can go: not the last one while the firm asks for one. */
export function mayRemoveFactor(
  factors: SecondFactors & { readonly passkeys: number },
  kind: 'totp' | 'passkey',
): boolean {
  const left = kind === 'totp' ? factors.passkeys : factors.passkeys - 1 + (factors.hasTotp ? 1 : 0);
  return !factors.isRequired || left > 0;
}
