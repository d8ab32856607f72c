export { clearedCookie, writeCookie } from './cookie.ts';
export { type FormErrors, formErrors, noErrors, refusalOf } from './form-errors.ts';
export { healthRoutes } from './health.ts';
export { continueAs } from './identify.ts';
export { type Doors, mountRoutes } from './mount.tsx';
export {
  bodyOf,
  customerCtx,
  csrfTokenOf,
  type FormFields,
  fieldsOf,
  formOf,
  frameOf,
  type PageRequest,
  returnAddress,
  singleValues,
  valueOf,
} from './page-request.ts';
export { rightName, statusOf, wordsFor } from './refusals.ts';
export { json, page, redirect } from './respond.ts';
export type { Access, Route } from './route.ts';
export type { Services } from './services.ts';
