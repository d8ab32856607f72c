export { checkQuantities, quantityField, type ServiceShare, splitByService } from './basket.ts';
export { mayCancel } from './may-cancel.ts';
export { FIRST_STATUS, mayBecome, ORDER_STATUSES, type OrderStatus } from './status.ts';
