import { Unsealable, unseal } from '../../../platform/secrets/index.ts';

/** What the secret of an app of staff is sealed for, and for whom: a customer's secret never opens as one of these. */
export const STAFF_TOTP_PURPOSE = 'staff totp';
export const staffOwner = (staffId: number): string => `staff ${staffId}`;

/**
 * The secret of an app; undefined when it was sealed with another APP_KEY. Then its codes are wrong ones, and recovery
 * codes or a reset help: a restored installation that has lost its key must not answer with faults.
 */
export function openStaffSecret(appKey: string, staffId: number, sealed: Buffer): string | undefined {
  try {
    return unseal(appKey, STAFF_TOTP_PURPOSE, sealed, staffOwner(staffId));
  } catch (error) {
    if (error instanceof Unsealable) return undefined;
    throw error;
  }
}
