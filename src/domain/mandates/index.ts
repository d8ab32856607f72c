export { isCreditorId } from './creditor-id.ts';
export { mayRevoke } from './may-revoke.ts';
export { MAX_REFERENCE_LENGTH, mandateReference } from './reference.ts';
export {
  MANDATE_SCHEMES,
  type MandateEnd,
  type MandateFacts,
  type MandateScheme,
  type MandateState,
  mandateState,
  usableUntil,
} from './state.ts';
