import type { EInvoiceFormat, Invoice } from '../../../domain/invoicing/index.ts';
import type { Carrier } from '../../../platform/carrier/carrier.ts';
import { countryName, formatsFor } from '../../../platform/i18n/index.ts';
import { type EInvoiceClaim, type PdfDocument, printable } from '../../../platform/pdf/index.ts';
import { giroView } from './giro-view.ts';
import { lineGroups } from './line-groups.ts';
import { sumRows } from './sum-rows.ts';
import { documentWords } from './words.ts';

/** What the metadata of the PDF say about the XML inside. */
const CLAIMS: Record<EInvoiceFormat, EInvoiceClaim> = {
  zugferd: { fileName: 'factur-x.xml', conformance: 'EN 16931' },
  xrechnung: { fileName: 'xrechnung.xml', conformance: 'XRECHNUNG' },
};

/**
 * The page of an invoice, with its XML inside (ZUGFeRD/Factur-X: PDF/A-3a, tagged as PDF/UA-1 asks for). Everything
 * that it says comes from the invoice; only name, colour and logo are the carrier's of today.
 * @param einvoice its XML as it is archived, and which rules that keeps
 */
export function invoiceDocument(
  invoice: Invoice,
  einvoice: { readonly xml: string; readonly format: EInvoiceFormat },
  carrier: Pick<Carrier, 'name' | 'accentColour' | 'logo' | 'timeZone' | 'representatives'>,
): PdfDocument {
  const { language, seller, buyer, preceding } = invoice;
  const t = documentWords[language];
  const formats = formatsFor(language, carrier.timeZone);
  const day = Temporal.PlainDate.from(invoice.issuedOn);
  const date = (iso: string) => formats.shortDate(Temporal.PlainDate.from(iso));
  const title = t.title({ heading: t.headings[invoice.kind], number: invoice.number });
  const range = t.range({ from: date(invoice.from), to: date(invoice.to) });
  const claim = CLAIMS[einvoice.format];
  return {
    template: 'invoice',
    standard: 'a-3a',
    at: day.toZonedDateTime(carrier.timeZone).toInstant(),
    attachments: [
      {
        name: claim.fileName,
        content: einvoice.xml,
        type: 'text/xml',
        relationship: 'alternative',
        description: t.attached,
      },
    ],
    eInvoice: claim,
    data: printed({
      document: {
        language,
        region: language === 'de' ? 'DE' : 'GB',
        title,
        author: seller.name,
        date: [day.year, day.month, day.day],
      },
      head: { name: carrier.name, accent: carrier.accentColour, logo: carrier.logo ?? null },
      sender: `${seller.name} · ${seller.street} · ${seller.postcode} ${seller.city}`,
      recipient: [
        buyer.name,
        buyer.addition,
        buyer.street,
        `${buyer.postcode} ${buyer.city}`,
        abroad(invoice),
      ].filter(Boolean),
      facts: [
        [t.customerNumber, buyer.customerNumber],
        [t.number[invoice.kind], invoice.number],
        ...(preceding ? [[t.preceding, preceding.number]] : []),
        [t.date, date(invoice.issuedOn)],
        [t.period, range],
        ...(invoice.buyerReference === buyer.customerNumber
          ? []
          : [[t.yourReference, invoice.buyerReference]]),
        ...(buyer.vatId ? [[t.yourVatId, buyer.vatId]] : []),
      ],
      foot: [
        [seller.name, seller.street, `${seller.postcode} ${seller.city}`],
        [`${t.phone} ${seller.phone}`, seller.email, ...bankLine(invoice, t.iban)],
        [
          seller.legalNote,
          carrier.representatives,
          [
            `${t.vatId} ${seller.vatId}`,
            ...(seller.taxNumber ? [`${t.taxNumber} ${seller.taxNumber}`] : []),
          ].join(' · '),
        ],
      ],
      pageOf: t.pageOf,
      running: [`${title} · ${buyer.customerNumber} · ${buyer.name}`, date(invoice.issuedOn)],
      heading: title,
      intro: preceding
        ? (invoice.kind === 'cancellation' ? t.introCancellation : t.introCorrection)({
            number: preceding.number,
            date: date(preceding.issuedOn),
          })
        : t.intro({ range }),
      columns: Object.values(t.columns),
      groups: lineGroups(invoice, formats),
      sums: sumRows(invoice, formats),
      total: [t.total[invoice.kind], formats.money(invoice.gross)],
      reasons: invoice.vat.map(({ reason }) => reason).filter(Boolean),
      terms: invoice.paymentTerms,
      giro: giroView(invoice, formats),
      notes: invoice.notes,
    }),
  };
}

/** The last line of an address that is not in the seller's country: its name in capitals, in the seller's language. */
const abroad = ({ seller, buyer }: Invoice): string =>
  buyer.country === seller.country ? '' : countryName(buyer.country, 'de').toUpperCase();

function bankLine({ payment }: Invoice, label: string): string[] {
  return payment.kind === 'transfer' ? [`${label} ${payment.iban.replaceAll(/.{4}(?!$)/g, '$& ')}`] : [];
}

/** Every text in the letters that the font has; the picture of a code and the logo are no texts. */
function printed<Value>(value: Value, name = ''): Value {
  if (typeof value === 'string')
    return (name === 'svg' || name === 'logo' ? value : printable(value)) as Value;
  if (Array.isArray(value)) return value.map((one) => printed(one)) as Value;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, printed(one, key)])) as Value;
}
