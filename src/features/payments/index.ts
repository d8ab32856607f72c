export { makeDebitFile } from './debit-files/make-debit-file.ts';
export { takeDebitFile } from './debit-files/take-debit-file.ts';
export { paymentHandlers } from './handlers.ts';
export { recordPayment } from './record-payment.ts';
export { recordReturn } from './record-return.ts';
export { writeReminder } from './reminders/write-reminder.ts';
export {
  type Money,
  showDebitFile,
  showDebitFiles,
  showMoney,
  showOpenItems,
  showOverdue,
} from './show-money.ts';
