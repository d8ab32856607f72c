import type { Carrier } from '../../platform/carrier/carrier.ts';
import { formatsFor, type Language } from '../../platform/i18n/index.ts';
import { type PdfDocument, printable } from '../../platform/pdf/index.ts';
import { receiptWords } from './receipt-words.ts';

/** Everything that a receipt says; pieces, and grams of all pieces of a kind. */
export interface ReceiptContent {
  readonly number: string;
  readonly order: string;
  readonly customer: { readonly number: string; readonly name: string };
  readonly site: {
    readonly name: string;
    readonly street: string;
    readonly postcode: string;
    readonly city: string;
  };
  readonly acceptedAt: Temporal.Instant;
  readonly clerk: string;
  readonly reference: string;
  readonly costCentre: string;
  readonly items: readonly {
    readonly name: string;
    readonly announced: number;
    readonly counted: number;
    readonly grams: number;
  }[];
  readonly containers: number;
  readonly reason: string;
}

/** The receipt of a drop-off as a document that is kept (PDF/A-2a). */
export function receiptDocument(content: ReceiptContent, carrier: Carrier, language: Language): PdfDocument {
  const t = receiptWords[language];
  const formats = formatsFor(language, carrier.timeZone);
  const { number, customer, site, acceptedAt } = content;
  const day = acceptedAt.toZonedDateTimeISO(carrier.timeZone).toPlainDate();
  const said = (items: readonly [string, string][]) =>
    items.filter(([, value]) => value !== '').map(([term, value]) => [term, printable(value)]);
  return {
    template: 'receipt',
    standard: 'a-2a',
    at: acceptedAt,
    data: {
      document: {
        language,
        region: language === 'de' ? 'DE' : 'GB',
        title: `${t.title} ${number}`,
        author: carrier.legalName,
        date: [day.year, day.month, day.day],
      },
      head: { name: carrier.name, accent: carrier.accentColour },
      sender: `${carrier.legalName} · ${carrier.street} · ${carrier.postcode} ${carrier.city}`,
      recipient: [printable(customer.name)],
      facts: [
        [t.number, number],
        [t.customer, customer.number],
        [t.order, content.order],
        [t.acceptedAt, formats.dateTime(acceptedAt)],
      ],
      foot: [
        [carrier.legalName, carrier.street, `${carrier.postcode} ${carrier.city}`],
        [`${t.phone} ${carrier.phone}`, carrier.email],
        [carrier.register, `${t.vatId} ${carrier.vatId}`],
      ],
      pageOf: t.pageOf,
      heading: `${t.title} ${number}`,
      intro: t.intro,
      from: said([
        [t.site, `${site.name}, ${site.street}, ${site.postcode} ${site.city}`],
        [t.clerk, content.clerk],
        [t.reference, content.reference],
        [t.costCentre, content.costCentre],
        [t.containers, content.containers > 0 ? formats.number(content.containers) : ''],
      ]),
      columns: t.columns,
      rows: content.items.map(({ name, announced, counted, grams }) => [
        printable(name),
        formats.number(announced),
        formats.number(counted),
        signed(counted - announced, formats.number),
        grams > 0 ? t.grams({ grams: formats.number(grams) }) : '–',
      ]),
      reason: content.reason ? { title: t.reason, text: printable(content.reason) } : null,
      closing: t.closing,
    },
  };
}

const signed = (difference: number, number: (n: number) => string) =>
  difference > 0 ? `+${number(difference)}` : number(difference).replace('-', '−');
