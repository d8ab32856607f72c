import type { BankAccount, Carrier } from '../../../platform/carrier/carrier.ts';
import { formatsFor, type Language } from '../../../platform/i18n/index.ts';
import { writeIban } from '../../../platform/iban.ts';
import { type PdfDocument, printable } from '../../../platform/pdf/index.ts';
import type { OpenItem } from '../open-items/queries.ts';
import { reminderWords } from './words.ts';

/** What a reminder says. */
export interface Reminder {
  readonly number: string;
  readonly language: Language;
  readonly on: Temporal.PlainDate;
  readonly payBy: Temporal.PlainDate;
  readonly customerNumber: string;
  /** Lines of the address. */
  readonly recipient: readonly string[];
  readonly items: readonly OpenItem[];
  readonly total: number;
}

/** The letter with everything that is overdue. */
export function reminderDocument(reminder: Reminder, carrier: Carrier, bank: BankAccount): PdfDocument {
  const { language, on, number } = reminder;
  const t = reminderWords[language];
  const formats = formatsFor(language, carrier.timeZone);
  const date = (day: Temporal.PlainDate) => formats.shortDate(day);
  const amount = (cents: number) => formats.money(cents).replaceAll(/[\s\u00a0]*€/g, '');
  const lines = (texts: readonly string[]) => texts.map(printable);
  return {
    template: 'reminder',
    standard: 'a-2a',
    at: on.toZonedDateTime(carrier.timeZone).toInstant(),
    data: {
      document: {
        language,
        region: language === 'de' ? 'DE' : 'GB',
        title: t.title({ number }),
        author: printable(carrier.legalName),
        date: [on.year, on.month, on.day],
      },
      head: { name: printable(carrier.name), accent: carrier.accentColour, logo: carrier.logo ?? null },
      sender: printable(`${carrier.legalName} · ${carrier.street} · ${carrier.postcode} ${carrier.city}`),
      recipient: lines(reminder.recipient),
      facts: [
        [t.customerNumber, reminder.customerNumber],
        [t.number, number],
        [t.date, date(on)],
      ],
      foot: [
        lines([carrier.legalName, carrier.street, `${carrier.postcode} ${carrier.city}`]),
        lines([`${t.phone} ${carrier.phone}`, carrier.email]),
        lines([carrier.register, carrier.representatives, `${t.vatId} ${carrier.vatId}`]),
      ],
      pageOf: t.pageOf,
      heading: t.heading,
      paragraphs: [t.salutation, t.intro({ date: date(on) })],
      columns: Object.values(t.columns),
      rows: reminder.items.map((item) => [
        item.number,
        date(item.issuedOn),
        date(item.dueOn),
        amount(item.gross),
        amount(item.balance),
      ]),
      total: [t.total, formats.money(reminder.total)],
      closing: [
        printable(
          t.ask({
            date: date(reminder.payBy),
            iban: writeIban(bank.iban),
            bank: bank.bank,
            holder: carrier.legalName,
            number: reminder.customerNumber,
          }),
        ),
        printable(t.crossed({ phone: carrier.phone })),
      ],
    },
  };
}
