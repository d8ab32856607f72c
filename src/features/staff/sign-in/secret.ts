/** What the secret of an app of staff is sealed for, and for whom: a customer's secret never opens as one of these. */
export const STAFF_TOTP_PURPOSE = 'staff totp';
export const staffOwner = (staffId: number): string => `staff ${staffId}`;
