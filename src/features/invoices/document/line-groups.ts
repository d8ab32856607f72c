import type { Invoice, InvoiceLine } from '../../../domain/invoicing/index.ts';
import { exactSum } from '../../../domain/money.ts';
import type { Formats } from '../../../platform/i18n/index.ts';
import { documentWords } from './words.ts';

/**
 * The lines by cost centre, each with its sum; without headings where there is only one. Lines stand together
 * already: their positions count through.
 */
export function lineGroups(invoice: Invoice, formats: Formats) {
  const t = documentWords[invoice.language];
  const groups = Map.groupBy(invoice.lines, ({ costCentre }) => costCentre);
  const isOne = groups.size === 1;
  return [...groups].map(([costCentre, lines]) => ({
    title:
      isOne && costCentre === '' ? null : costCentre ? t.costCentre({ name: costCentre }) : t.noCostCentre,
    lines: lines.map((line) => lineView(line, invoice, formats)),
    sum: isOne
      ? null
      : { label: t.costCentreSum, net: amount(exactSum(lines.map(({ net }) => net)), formats) },
  }));
}

function lineView(line: InvoiceLine, invoice: Invoice, formats: Formats) {
  const t = documentWords[invoice.language];
  const date = (iso: string) => formats.shortDate(Temporal.PlainDate.from(iso));
  const isWholePeriod = line.from === invoice.from && line.to === invoice.to;
  const when =
    line.from === line.to ? date(line.from) : t.range({ from: date(line.from), to: date(line.to) });
  return {
    position: String(line.position),
    name: line.name,
    details: [
      ...(line.order ? [t.order({ number: line.order, date: when })] : []),
      ...(line.order || isWholePeriod ? [] : [t.serviceDate({ date: when })]),
      ...(line.reference ? [t.reference({ text: line.reference })] : []),
    ],
    quantity: t.quantity({ count: formats.number(line.quantity), unit: line.unit }),
    price: price(line.unitPrice, formats),
    vat: formats.percent(line.vat.rate),
    net: amount(line.net, formats),
  };
}

/** Without the sign of the currency: it stands in the head of the column. */
export const amount = (cents: number, formats: Formats): string => withoutSign(formats.money(cents));
const price = (unitPrice: number, formats: Formats): string => withoutSign(formats.unitPrice(unitPrice));
const withoutSign = (text: string): string => text.replaceAll(/[\s\u00a0]*€/g, '');
