export { STAFF_SIGN_IN } from './paths.ts';
