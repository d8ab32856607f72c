export const AUDIT = '/desk/protokoll';
export const AUDIT_EXPORT = `${AUDIT}/csv`;
export const auditHref = (id: number | string): string => `${AUDIT}/${id}`;
