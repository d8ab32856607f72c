import { totalGrams } from '../../domain/drop-offs/index.ts';
import { lineNet, totals } from '../../domain/money.ts';
import type { Formats } from '../../platform/i18n/index.ts';
import { qrPath } from '../../platform/qr.ts';
import type { DescriptionItem } from '../../ui/index.ts';
import { addressLines, sumsView, type UpcomingOrder } from '../orders/index.ts';
import type { AnnouncedItem } from './announce.ts';
import { DROP_OFF_KINDS, serviceOf } from './kinds.ts';
import { containersText, weightText } from './particulars.ts';
import { dropOffHref } from './paths.ts';
import type { Announced, Site, SiteHours, StoredItem } from './queries.ts';
import { words } from './words.ts';

/** A site on the page of all drop-offs. */
export interface SiteView {
  readonly name: string;
  readonly address: string;
  readonly hint: string;
  readonly hours: readonly string[];
  readonly takesIn: string;
}

export function siteView(site: Site, formats: Formats): SiteView {
  const t = words[formats.language];
  const kinds = DROP_OFF_KINDS.filter((kind) =>
    site.services.some(({ serviceCode }) => serviceCode === serviceOf(kind)),
  );
  return {
    name: site.name,
    address: `${site.street}, ${site.postcode} ${site.city}`,
    hint: site.hint[formats.language],
    hours: openingHours(site.hours, formats),
    takesIn: kinds.map((kind) => t.kinds[kind]).join(', '),
  };
}

/** Days of the same hours in one line: "Montag bis Freitag 08:00–19:00 Uhr". */
export function openingHours(hours: readonly SiteHours[], formats: Formats): string[] {
  const t = words[formats.language];
  const runs: { from: number; to: number; text: string }[] = [];
  for (const { weekday, opens, closes } of hours) {
    const text = formats.window(opens, closes);
    const last = runs.findLast((run) => run.text === text && run.to === weekday - 1);
    if (last) last.to = weekday;
    else runs.push({ from: weekday, to: weekday, text });
  }
  return runs.map(({ from, to, text }) => {
    const [first, last] = [formats.weekday(from), formats.weekday(to)];
    return t.open({ days: from === to ? first : t.dayRange({ from: first, to: last }), hours: text });
  });
}

export interface DropOffRow {
  readonly number: string;
  readonly href: string;
  readonly when: string;
  readonly where: string;
  readonly reference: string;
  readonly cancelUntil: string;
}

export function dropOffRows(orders: readonly UpcomingOrder[], formats: Formats): DropOffRow[] {
  return orders.map((order) => ({
    number: order.number,
    href: dropOffHref(order.number),
    when: `${formats.date(order.serviceDate)}, ${formats.window(order.windowStarts, order.windowEnds)}`,
    where: order.address.recipient,
    reference: order.reference,
    cancelUntil: order.cancelUntil ? formats.dateTime(order.cancelUntil) : '',
  }));
}

/** A mailing in a table. */
export interface ItemRow {
  readonly name: string;
  readonly pieces: string;
  readonly grams: string;
  readonly unitPrice: string;
  readonly surcharge: string;
  readonly net: string;
}

/** What is announced, with the estimate of its postage. */
export interface ItemsView {
  readonly rows: readonly ItemRow[];
  readonly hasSurcharge: boolean;
  readonly sums: ReturnType<typeof sumsView>;
  readonly containers: string;
  readonly weight: string;
}

export function itemsView(
  { items, containers }: Pick<Announced, 'items' | 'containers'>,
  formats: Formats,
): ItemsView {
  const t = words[formats.language];
  return {
    rows: items.map((item) => ({
      name: item.name[formats.language],
      pieces: formats.number(item.pieces),
      grams: formats.number(item.grams),
      unitPrice: formats.unitPrice(item.unitPrice),
      surcharge: item.surcharge > 0 ? formats.unitPrice(item.surcharge) : t.noSurcharge,
      net: formats.money(item.net),
    })),
    hasSurcharge: items.some(({ surcharge }) => surcharge > 0),
    sums: sumsView(totals(items), formats),
    containers: containersText(containers, formats),
    weight: weightText(totalGrams(items), formats),
  };
}

/** What has to be said about small mailings before they are booked. */
export function smallNotes(
  items: readonly AnnouncedItem[],
  formats: Formats,
): { readonly surcharges: readonly string[]; readonly cheaper: readonly string[] } {
  const t = words[formats.language];
  const named = (item: StoredItem) => item.name[formats.language];
  return {
    surcharges: items
      .filter(({ surcharge }) => surcharge > 0)
      .map((item) =>
        t.surchargeNote({
          product: named(item),
          surcharge: formats.unitPrice(item.surcharge),
          sum: formats.money(lineNet(item.surcharge, item.pieces)),
        }),
      ),
    cheaper: items.flatMap((item) =>
      item.cheaper
        ? t.cheaperNote({
            product: named(item),
            pieces: formats.number(item.cheaper.pieces),
            net: formats.money(item.cheaper.net),
            own: formats.money(item.net),
            saved: formats.money(item.net - item.cheaper.net),
          })
        : [],
    ),
  };
}

/** Depot, date and the like of a quote or an order. */
export function detailsView(
  of: {
    readonly when: string;
    readonly site: {
      readonly recipient: string;
      readonly street: string;
      readonly postcode: string;
      readonly city: string;
    };
    readonly reference: string;
    readonly costCentre: string;
    readonly note: string;
  },
  formats: Formats,
): readonly DescriptionItem[] {
  const t = words[formats.language];
  return [
    { term: t.when, value: of.when },
    { term: t.where, value: addressLines(of.site) },
    { term: t.reference, value: of.reference },
    { term: t.costCentre, value: of.costCentre },
    { term: t.note, value: of.note },
  ].filter(({ value }) => value !== '');
}

/** The code that the depot scans, as a picture. */
export const qrOf = (code: string) => ({ code, ...qrPath(code, 'M') });
export type QrView = ReturnType<typeof qrOf>;
