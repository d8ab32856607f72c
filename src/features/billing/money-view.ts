import type { Formats } from '../../platform/i18n/index.ts';
import type { showDebitFile, showDebitFiles, showOpenItems, showOverdue } from '../payments/index.ts';
import type { DueRow, FileRow } from './pages/debit-pages.tsx';
import type { OpenItemRow } from './pages/open-items-page.tsx';
import type { OverdueRow } from './pages/reminders-page.tsx';
import { debitFileHref, invoiceHref } from './paths.ts';
import type { StateView } from './view.ts';
import { words } from './words.ts';

type OpenItems = Awaited<ReturnType<typeof showOpenItems>>;
type Files = Awaited<ReturnType<typeof showDebitFiles>>;
type File = Awaited<ReturnType<typeof showDebitFile>>;

export const openItemRow = (row: OpenItems['rows'][number], formats: Formats): OpenItemRow => ({
  href: invoiceHref(row.number),
  number: row.number,
  customer: `${row.customerNumber} ${row.customerName}`,
  dueOn: formats.shortDate(row.dueOn),
  gross: formats.money(row.gross),
  balance: formats.money(row.balance),
  state: openState(row, formats),
});

function openState(row: OpenItems['rows'][number], formats: Formats): StateView {
  const t = words[formats.language].open;
  if (row.balance < 0) return { text: t.credit, tone: 'neutral' };
  if (row.isReturned) return { text: t.returned, tone: 'danger' };
  if (row.lacksMandate) return { text: t.lacksMandate, tone: 'warn' };
  if (row.overdue > 0) {
    return { text: t.overdue({ days: row.overdue }), tone: row.mayRemind ? 'danger' : 'warn' };
  }
  return { text: t.waits, tone: 'info' };
}

export function dueRow(row: Files['due'][number], formats: Formats): DueRow {
  const w = words[formats.language];
  return {
    scheme: row.scheme,
    name: w.schemes[row.scheme],
    what: w.debits.dueOf({ count: row.debits, sum: formats.money(row.sum) }),
    isNothing: row.debits === 0,
  };
}

export function fileRow(row: Files['files'][number], formats: Formats): FileRow {
  const t = words[formats.language].debits;
  const taken = Number(row.taken ?? 0);
  return {
    href: debitFileHref(row.number),
    number: row.number,
    scheme: row.scheme,
    made: `${formats.dateTime(row.createdAt)}, ${row.createdBy}`,
    count: formats.number(row.debits),
    sum: formats.money(row.sum),
    taken: taken === 0 ? t.notTaken : t.times({ count: taken }),
    returned: formats.number(Number(row.returned ?? 0)),
  };
}

export function debitFileView({ file, debits, downloads }: File, formats: Formats) {
  const w = words[formats.language];
  const t = w.debitFile;
  return {
    number: file.number,
    href: debitFileHref(file.number),
    lead: t.lead({ at: formats.dateTime(file.created_at), by: file.created_by_name }),
    facts: [
      { term: t.scheme, value: w.schemes[file.scheme] },
      { term: t.count, value: formats.number(file.debits) },
      { term: t.sum, value: formats.money(file.sum_cents) },
    ],
    downloads: downloads.map(({ at, by, reason }) => ({
      who: by,
      when: formats.dateTime(at),
      reason: reason ?? t.first,
    })),
    debits: debits.map((debit) => ({
      number: debit.number,
      href: invoiceHref(debit.number),
      customer: `${debit.customerNumber} ${debit.customerName}`,
      mandate: debit.mandate,
      on: formats.shortDate(debit.dueOn),
      state: debit.returnedOn ? t.returnedOn({ date: formats.shortDate(debit.returnedOn) }) : t.running,
      amount: formats.money(debit.amount),
    })),
  };
}

export function overdueRow(
  row: Awaited<ReturnType<typeof showOverdue>>[number],
  formats: Formats,
): OverdueRow {
  const t = words[formats.language].reminders;
  return {
    customerNumber: row.customerNumber,
    customerName: row.customerName,
    items: formats.number(row.items),
    since: formats.shortDate(row.since),
    last: row.remindedOn
      ? t.times({ date: formats.shortDate(row.remindedOn), count: row.reminders })
      : t.never,
    balance: formats.money(row.balance),
  };
}
