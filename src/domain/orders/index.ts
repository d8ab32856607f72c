export { checkQuantities, quantityField, type ServiceShare, splitByService } from './basket.ts';
export {
  type AtFault,
  DAY_STEPS,
  type DayOrder,
  type DayStep,
  FAIL_REASONS,
  type FailReason,
  isCharged,
  isUnconfirmed,
  mayStep,
} from './day-steps.ts';
export { mayCancel } from './may-cancel.ts';
export { deadlinesAfterChange, mayChange, type OrderDeadlines } from './may-change.ts';
export {
  type Decision,
  FIRST_STATUSES,
  isOff,
  mayBecome,
  ORDER_STATUSES,
  type OrderStatus,
} from './status.ts';
export { usualQuantity } from './usual-quantity.ts';
