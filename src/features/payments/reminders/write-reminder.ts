import { todayOf } from '../../../domain/calendar/index.ts';
import { GRACE_DAYS } from '../../../domain/payments/index.ts';
import { refuse } from '../../../domain/refusal.ts';
import { audit } from '../../../platform/audit/audit.ts';
import type { Carrier } from '../../../platform/carrier/carrier.ts';
import { type CustomerCtx, requireStaff, transaction } from '../../../platform/context.ts';
import type { PdfRenderer } from '../../../platform/pdf/index.ts';
import { storeDocument } from '../../documents/index.ts';
import { billingRecipient } from '../../master-data/index.ts';
import { overdueItems } from '../open-items/queries.ts';
import { letterLanguage, lockReminders, nextReminderNumber, reminderOn } from './queries.ts';
import { type Reminder, reminderDocument } from './reminder-document.ts';
import { reminderWords } from './words.ts';

/** Days that the firm gets to pay after a reminder. */
const DAYS_TO_PAY = 10;

/** What is due before this day can be reminded of. */
export const remindableBefore = (today: Temporal.PlainDate): Temporal.PlainDate =>
  today.subtract({ days: GRACE_DAYS });

/**
 * Writes the firm a letter about everything that is overdue, and puts it with their documents. Only ever because a clerk
 * asks for it, and once a day: a button that is pressed twice answers with the letter that is there.
 *
 * Refuses with `not-found` for anybody but staff, `staff-role-required` without `billing`, `no-account`,
 * `nothing-overdue`, `default-billing-needed` without an address to write to, `busy`.
 */
export async function writeReminder(
  ctx: CustomerCtx,
  { carrier, pdf }: { readonly carrier: Carrier; readonly pdf: PdfRenderer },
): Promise<{ number: string }> {
  requireStaff(ctx, 'billing');
  const { bank } = carrier;
  if (!bank) refuse({ code: 'no-account' });
  const on = todayOf(ctx);
  const reminder = await transaction(ctx, async (tx): Promise<Reminder | { written: string }> => {
    const written = await reminderOn(tx, on);
    if (written) return { written };
    const items = await overdueItems(tx, remindableBefore(on));
    if (items.length === 0) refuse({ code: 'nothing-overdue' });
    const { customer } = ctx;
    const recipient = await billingRecipient(tx, customer.name);
    if (!recipient) refuse({ code: 'default-billing-needed' });
    const language = await letterLanguage(tx);
    return {
      number: `M-${on.year}-${String(await nextReminderNumber(tx)).padStart(6, '0')}`,
      language,
      on,
      payBy: on.add({ days: DAYS_TO_PAY }),
      customerNumber: customer.number,
      recipient,
      items,
      total: items.reduce((sum, { balance }) => sum + balance, 0),
    };
  });
  if ('written' in reminder) return { number: reminder.written };
  const bytes = await pdf.render(reminderDocument(reminder, carrier, bank));
  const { number, language, items, total } = reminder;
  return transaction(ctx, async (tx) => {
    await lockReminders(tx, ctx.customer.id);
    const written = await reminderOn(tx, on);
    if (written) return { number: written };
    await storeDocument(tx, ctx, {
      kind: 'reminder',
      number,
      documentDate: on,
      files: { pdf: { name: `${reminderWords[language].fileName}-${number}.pdf`, bytes } },
    });
    await audit(tx, ctx, {
      action: 'reminder.write',
      object: number,
      after: { invoices: items.map((item) => item.number), total },
    });
    return { number };
  });
}
