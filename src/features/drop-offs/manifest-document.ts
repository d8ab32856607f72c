import { isOff } from '../../domain/orders/index.ts';
import type { Carrier } from '../../platform/carrier/carrier.ts';
import type { Customer } from '../../platform/context.ts';
import { formatsFor, type Language } from '../../platform/i18n/index.ts';
import { type PdfDocument, printable } from '../../platform/pdf/index.ts';
import type { FoundDropOff } from './find-drop-off.ts';
import { manifestWords } from './manifest-words.ts';
import { itemsView, qrOf } from './view.ts';

/**
 * The manifest of a drop-off (Einlieferungsliste), in the language of whoever prints it: who brings what, when and
 * where, and the code that the depot scans. It shows the newest version, and which one that is.
 */
export function manifestDocument(
  { kind, found, announced }: FoundDropOff,
  customer: Customer,
  carrier: Carrier,
  language: Language,
): PdfDocument {
  const t = manifestWords[language];
  const formats = formatsFor(language, carrier.timeZone);
  const { order, events } = found;
  const changedAt = events.findLast(({ kind }) => COUNTED.includes(kind))?.at;
  const at = changedAt ?? order.placed_at;
  const day = at.toZonedDateTimeISO(carrier.timeZone).toPlainDate();
  const items = itemsView(announced, formats);
  const { size, path } = qrOf(announced.manifestCode);
  const { recipient, street, postcode, city } = order.address;
  return {
    template: 'manifest',
    standard: 'ua-1',
    at,
    data: printed({
      document: {
        language,
        region: language === 'de' ? 'DE' : 'GB',
        title: `${t.title} ${order.number}`,
        author: customer.name,
        date: [day.year, day.month, day.day],
      },
      head: { name: carrier.name, accent: carrier.accentColour },
      sender: `${customer.name} · ${customer.number}`,
      recipient: [carrier.legalName, recipient, street, `${postcode} ${city}`],
      facts: [
        [t.customer, customer.number],
        [t.order, order.number],
        [t.date, formats.shortDate(order.service_date)],
        [t.window, formats.window(order.window_starts, order.window_ends)],
        [t.version, String(order.version)],
      ],
      foot: [
        [carrier.legalName, carrier.street, `${carrier.postcode} ${carrier.city}`],
        [`${t.phone} ${carrier.phone}`, carrier.email],
        [carrier.register],
      ],
      pageOf: t.pageOf,
      heading: t.title,
      cancelled: isOff(order.status) ? t.cancelled : order.status === 'awaiting-approval' ? t.waiting : null,
      code: {
        text: announced.manifestCode,
        alt: t.qrAlt({ code: announced.manifestCode }),
        hint: t.codeHint,
        svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${path}"/></svg>`,
      },
      from: [
        [t.firm, customer.name],
        [t.reference, order.reference],
        [t.costCentre, order.cost_centre_label],
        [t.containers, items.containers],
        [t.weight, items.weight],
        [t.note, announced.note],
      ].filter(([, value]) => value !== ''),
      columns: [t.product, t.pieces, t.grams, t.counted],
      rows: items.rows.map(({ name, pieces, grams }) => [name, pieces, grams]),
      sample: kind === 'advertising' ? t.sample : null,
      signature: [t.handedOver, t.accepted],
      closing: t.closing({ at: formats.dateTime(at) }),
    }),
  };
}

/** What a version of a manifest begins with. */
const COUNTED: readonly string[] = ['placed', 'awaiting-approval', 'changed'];

/** What people typed must never keep a document from being set. */
function printed<Value>(value: Value): Value {
  if (typeof value === 'string') return printable(value) as Value;
  if (Array.isArray(value)) return value.map(printed) as Value;
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, printed(one)])) as Value;
  return value;
}
