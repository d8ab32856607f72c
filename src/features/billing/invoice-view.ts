import { todayOf } from '../../domain/calendar/index.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Formats } from '../../platform/i18n/index.ts';
import type { ListedInvoice, ShownInvoice } from '../invoices/index.ts';
import type { Money } from '../payments/index.ts';
import type { InvoiceRow } from './pages/invoice-list-page.tsx';
import { invoiceHref } from './paths.ts';
import { stateView } from './view.ts';
import { words } from './words.ts';

export function invoiceRow(row: ListedInvoice, formats: Formats): InvoiceRow {
  return {
    href: invoiceHref(row.number),
    number: row.number,
    kind: words[formats.language].kinds[row.kind],
    customer: `${row.customerNumber} ${row.customerName}`,
    issuedOn: formats.shortDate(row.issuedOn),
    dueOn: row.dueOn ? formats.shortDate(row.dueOn) : '–',
    gross: formats.money(row.kind === 'invoice' ? row.gross : -row.gross),
    state: stateView(row, formats),
  };
}

/** Everything that the page of an invoice shows; `money` only for invoices themselves. */
export function invoiceView(shown: ShownInvoice, money: Money | undefined, ctx: Ctx, formats: Formats) {
  const { invoice, customer, reversals, left } = shown;
  const { content } = invoice;
  const w = words[formats.language];
  const t = w.invoice;
  const date = (iso: string) => formats.shortDate(Temporal.PlainDate.from(iso));
  const href = invoiceHref(invoice.number);
  const isOpen = invoice.kind === 'invoice' && left.length > 0;
  const leftOf = (position: number) => left.find((one) => one.position === position)?.quantity ?? 0;
  return {
    title: t.title({ kind: w.kinds[invoice.kind], number: invoice.number }),
    customer: `${customer.number} ${customer.name}`,
    today: todayOf(ctx).toString(),
    state: stateView(invoice, formats),
    correctHref: isOpen ? `${href}/korrigieren` : undefined,
    cancelHref: isOpen ? `${href}/stornieren` : undefined,
    paymentHref: `${href}/zahlung`,
    returnHref: `${href}/ruecklastschrift`,
    files: invoice.isSet
      ? [
          { href: `${href}/datei/pdf`, text: t.pdf },
          { href: `${href}/datei/xml`, text: t.xml },
        ]
      : [],
    facts: [
      { term: w.issued, value: date(content.issuedOn) },
      ...(content.preceding ? [{ term: t.preceding, value: content.preceding.number }] : []),
      { term: t.period, value: `${date(content.from)} – ${date(content.to)}` },
      { term: t.payment, value: t.payments[content.payment.kind] },
      ...(content.payment.kind === 'set-off' ? [] : [{ term: w.due, value: date(content.payment.dueOn) }]),
      ...(invoice.mandate ? [{ term: t.mandate, value: invoice.mandate }] : []),
      { term: t.buyerReference, value: content.buyerReference },
      { term: t.format, value: t.formats[invoice.format] },
      ...(invoice.reason ? [{ term: t.reason, value: invoice.reason }] : []),
      { term: t.issuedBy, value: `${formats.dateTime(invoice.issuedAt)}, ${invoice.issuedBy}` },
    ],
    lines: content.lines.map((line) => {
      const gone = line.quantity - (invoice.kind === 'invoice' ? leftOf(line.position) : line.quantity);
      return {
        position: line.position,
        name: line.name,
        remarks: [
          ...(line.order ? [line.order] : []),
          ...(line.costCentre ? [line.costCentre] : []),
          ...(line.reference ? [line.reference] : []),
          ...(gone === 0 ? [] : [`${t.left}: ${formats.number(gone)}`]),
        ],
        quantity: `${formats.number(line.quantity)} ${line.unit}`,
        price: formats.unitPrice(line.unitPrice),
        net: formats.money(line.net),
      };
    }),
    sums: [
      { term: w.net, value: formats.money(content.net) },
      ...content.vat.map(({ category, rate, base, tax }) => ({
        term:
          category === 'E' ? t.exempt({ base: formats.money(base) }) : t.vat({ rate: formats.percent(rate) }),
        value: formats.money(tax),
      })),
      { term: w.gross, value: formats.money(content.gross) },
    ],
    reversals: reversals.map((one) => ({
      href: invoiceHref(one.number),
      number: one.number,
      kind: w.kinds[one.kind],
      issuedOn: formats.shortDate(one.issuedOn),
      reason: one.reason,
      gross: formats.money(-one.gross),
    })),
    money: money && moneyView(money, formats),
  };
}

export type InvoiceView = ReturnType<typeof invoiceView>;

function moneyView({ balance, payments, debits }: Money, formats: Formats) {
  const t = words[formats.language].invoice;
  const reasons = words[formats.language].back.reasons;
  return {
    isDebited: debits.some(({ returnedOn }) => returnedOn === null),
    balance: [
      balance < 0
        ? { term: t.credit, value: formats.money(-balance) }
        : { term: t.balance, value: formats.money(balance) },
    ],
    movements: [
      ...payments.map(({ kind, on, note, by, amount }) => ({
        what: t[kind],
        on: formats.shortDate(on),
        note: note ? `${note} (${by})` : by,
        amount: formats.money(kind === 'transfer' ? amount : -amount),
      })),
      ...debits.flatMap(({ on, amount, returnedOn, reason, by }) => [
        { what: t.debited, on: formats.shortDate(on), note: '', amount: formats.money(amount) },
        ...(returnedOn && reason
          ? [
              {
                what: t.returned,
                on: formats.shortDate(returnedOn),
                note: `${reasons[reason]} (${by})`,
                amount: formats.money(-amount),
              },
            ]
          : []),
      ]),
    ],
  };
}
