export { type Access, type SignInStep, type StaffAccess, staffRolesOf } from './access.ts';
export { type Area, clearedCookie, writeCookie } from './cookie.ts';
export { DEVICE_DAYS, deviceCookie, deviceTokenOf } from './device-cookie.ts';
export { errorAt, type FormErrors, formErrors, noErrors, refusalOf } from './form-errors.ts';
export { healthRoutes } from './health.ts';
export { continueAs, continueAsStaff } from './identify.ts';
export { metricsRoutes } from './metrics.ts';
export { type Doors, mountRoutes } from './mount.tsx';
export {
  bodyOf,
  csrfTokenOf,
  customerCtx,
  deskNavOf,
  type FormFields,
  fieldsOf,
  fieldValue,
  filesOf,
  formOf,
  frameOf,
  type PageRequest,
  returnAddress,
  sessionIdOf,
  singleValues,
  staffCtx,
} from './page-request.ts';
export { problemWords, rightName, staffRoleName, statusOf, wordsFor } from './refusals.ts';
export { download, json, page, redirect, retryLater } from './respond.ts';
export type { Route } from './route.ts';
export type { DemoStaff, Services } from './services.ts';
export { downloadTable, TABLE_FORMATS, type TableFile, type TableFormat } from './table-download.ts';
export { clearedViewCookie, END_VIEW, writeViewCookie } from './viewing.ts';
