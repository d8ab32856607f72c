export { balanceOf, documentStateOf, type InvoiceAccount, reversalStateOf } from './balance.ts';
export { collectionDay, RETURN_REASONS, type ReturnReason, SEQUENCE } from './collection.ts';
export { GRACE_DAYS, mayRemind, overdueDays } from './overdue.ts';
export { type Debit, type DebitCreditor, type DebitFile, pain008 } from './pain008.ts';
