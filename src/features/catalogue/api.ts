import { z } from 'zod';
import { type TimeWindow, type WeekdayWindow, windowInstants } from '../../domain/calendar/index.ts';
import { refuse } from '../../domain/refusal.ts';
import type { CustomerCtx } from '../../platform/context.ts';
import { text } from '../../platform/input.ts';
import {
  apiRoute,
  bilingual,
  closedObject,
  code,
  date,
  instant,
  noted,
  rowId,
  wallTime,
  writeTime,
} from '../../web/api.ts';
import { customerCtx, type PageRequest, type Route } from '../../web/index.ts';
import { offeredDays, type Product, type Service } from './catalogue.ts';
import { offersPlace } from './offers-place.ts';
import { readCatalogue } from './queries.ts';

const BeforeRule = noted(
  z.object({
    kind: z.literal('before'),
    days: z.int(),
    dayKind: z.enum(['calendar', 'business']),
    time: wallTime,
  }),
  {
    de: 'Bis zu dieser Uhrzeit so viele Kalender- oder Arbeitstage vor dem Termin; die Uhrzeit selbst gilt noch.',
    en: 'Until this time of day so many calendar or business days before the date; the time itself is still in time.',
  },
).meta({ id: 'BeforeRule' });

const BeforeStartRule = noted(z.object({ kind: z.literal('before-start'), minutes: z.int() }), {
  de: 'Bis so viele Minuten vor Beginn des Fensters',
  en: 'Until so many minutes before the window begins',
}).meta({ id: 'BeforeStartRule' });

const CutoffRule = z.discriminatedUnion('kind', [BeforeRule, BeforeStartRule]).meta({ id: 'CutoffRule' });

const DeadlineRule = z
  .discriminatedUnion('kind', [
    BeforeRule,
    BeforeStartRule,
    noted(z.object({ kind: z.literal('final') }), {
      de: 'Nie: mit der Bestellung verbindlich',
      en: 'Never: binding once ordered',
    }),
  ])
  .meta({ id: 'DeadlineRule' });

const ServiceJson = z
  .object({
    code,
    name: bilingual,
    hours: noted(bilingual, {
      de: 'Zeiten und Fristen in einem Satz',
      en: 'Hours and deadlines in a sentence',
    }),
    orderCutoff: CutoffRule,
    changeRule: DeadlineRule,
    cancelRule: DeadlineRule,
    leadBusinessDays: noted(z.int(), {
      de: 'So viele Arbeitstage nach heute ist der früheste Termin.',
      en: 'The earliest date is this many business days after today.',
    }),
    horizonDays: noted(z.int(), {
      de: 'So viele Kalendertage nach heute ist der späteste Termin.',
      en: 'The latest date is this many calendar days after today.',
    }),
    windows: z.array(
      z.object({
        weekday: noted(z.int(), { de: '1 ist Montag, 7 Sonntag', en: '1 is Monday, 7 Sunday' }),
        starts: wallTime,
        ends: wallTime,
        zone: noted(code.nullable(), {
          de: 'Tourgebiet, in dem es dieses Fenster gibt; null: überall',
          en: 'Tour zone that has this window; null: everywhere',
        }),
      }),
    ),
  })
  .meta({ id: 'Service' });

const ProductJson = z
  .object({
    code,
    service: code,
    name: bilingual,
    unit: bilingual,
    hint: bilingual.nullable(),
    unitPriceHundredthCents: noted(z.int(), {
      de: 'Nettopreis je Einheit in hundertstel Cent: 142000 sind 14,20 EUR',
      en: 'Net price of one unit in hundredths of a cent: 142000 is 14.20 EUR',
    }),
    vatBasisPoints: noted(z.int(), { de: 'Steuersatz: 1900 sind 19 %', en: 'Tax rate: 1900 is 19 %' }),
    maxPerOrder: z.int(),
  })
  .meta({ id: 'Product' });

const zoneFields = { code, name: bilingual };

const ZoneJson = z.object(zoneFields).meta({ id: 'TourZone' });

const CatalogueJson = z.object({
  services: z.array(ServiceJson),
  products: z.array(ProductJson),
  zones: noted(
    z.array(
      z.object({
        ...zoneFields,
        postcodes: noted(z.array(z.string()), {
          de: 'Anfänge von Postleitzahlen; der längste gilt, der leere steht für alle übrigen',
          en: 'Beginnings of postcodes; the longest one counts, the empty one stands for all others',
        }),
      }),
    ),
    {
      de: 'Tourgebiete; leer: überall gelten dieselben Fenster',
      en: 'Tour zones; empty: the same windows apply everywhere',
    },
  ),
});

/** More services than a basket will ever touch. */
const MOST_SERVICES = 10;

const OffersQuery = closedObject({
  service: noted(z.array(code).min(1).max(MOST_SERVICES), {
    de: 'Codes der Leistungen; bei mehreren die Fenster, in denen alle möglich sind',
    en: 'Codes of services; of several the windows in which all of them are possible',
  }),
  addressId: noted(z.coerce.number().pipe(rowId).optional(), {
    de: 'Adresse der Firma, deren Tourgebiet gilt; nötig, wenn ihre Adressen in verschiedenen liegen',
    en: 'Address of the firm whose tour zone counts; needed where its addresses lie in different ones',
  }),
  postcode: noted(text(10).optional(), {
    de: 'Statt einer Adresse: was an dieser Postleitzahl möglich ist',
    en: 'Instead of an address: what is possible at this postcode',
  }),
});

const OffersJson = z.object({
  zone: noted(ZoneJson.nullable(), {
    de: 'Tourgebiet, dessen Fenster das sind; null: es gibt keine, oder die Adresse liegt in keinem',
    en: 'Tour zone whose windows these are; null: there are none, or the address lies in none',
  }),
  isServed: noted(z.boolean(), {
    de: 'false: Die Adresse gehört zu keinem Tourgebiet',
    en: 'false: the address belongs to no tour zone',
  }),
  days: z.array(
    z.object({
      date,
      orderBy: noted(instant, { de: 'Bestellschluss', en: 'Order deadline' }),
      windows: z.array(
        z.object({
          slot: noted(z.string(), {
            de: 'Womit eine Bestellung dieses Fenster nennt',
            en: 'How an order names this window',
          }),
          starts: wallTime,
          ends: wallTime,
          startsAt: instant,
          endsAt: instant,
          free: noted(z.int().min(0), {
            de: 'Freie Plätze; 0 ist ausgebucht',
            en: 'Places left; 0 is sold out',
          }),
        }),
      ),
    }),
  ),
});

export const catalogueApi: readonly Route[] = [
  apiRoute({
    method: 'GET',
    path: '/api/v1/catalogue',
    access: 'signed-in',
    api: {
      summary: {
        de: 'Leistungen und Waren mit Preisen und Fristen',
        en: 'Services and goods with prices and deadlines',
      },
      output: CatalogueJson,
    },
    handle: showCatalogue,
  }),
  apiRoute({
    method: 'GET',
    path: '/api/v1/offers',
    access: 'signed-in',
    api: {
      summary: { de: 'Buchbare Tage und Zeitfenster', en: 'Days and time windows that can be booked' },
      query: OffersQuery,
      output: OffersJson,
    },
    handle: (request, { query }) => showOffers(customerCtx(request), query),
  }),
];

async function showCatalogue({ ctx }: PageRequest): Promise<z.input<typeof CatalogueJson>> {
  const { services, products, zones, prefixes } = await readCatalogue(ctx.db, ctx);
  return {
    services: [...services.values()].map(serviceJson),
    products: [...products.values()].map(productJson),
    zones: zones.map(({ code: zone, name }) => ({
      code: zone,
      name,
      postcodes: prefixes.filter((one) => one.zone === zone).map(({ prefix }) => prefix),
    })),
  };
}

async function showOffers(
  ctx: CustomerCtx,
  { service: codes, ...asked }: z.output<typeof OffersQuery>,
): Promise<z.input<typeof OffersJson>> {
  const serviceCodes = [...new Set(codes)];
  const catalogue = await readCatalogue(ctx.db, { ...ctx, serviceCodes });
  const unknown = codes.flatMap((wanted, index) =>
    catalogue.services.has(wanted) ? [] : [`service.${index}`],
  );
  if (unknown.length > 0) {
    refuse({ code: 'invalid', fields: unknown.map((field) => ({ field, problem: 'unknown' })) });
  }
  const local = await offersPlace(ctx, catalogue, asked);
  return {
    zone: local.zone ?? null,
    isServed: local.place.kind !== 'nowhere',
    days: offeredDays(local, serviceCodes, ctx.now).map(({ date, orderBy, windows }) => ({
      date: date.toString(),
      orderBy: orderBy.toString(),
      windows: windows.map((window) => ({
        slot: window.key,
        free: window.free,
        ...timesJson(window),
        ...instantsJson(date, window, ctx.timeZone),
      })),
    })),
  };
}

const timesJson = ({ starts, ends }: TimeWindow) => ({ starts: writeTime(starts), ends: writeTime(ends) });

function instantsJson(date: Temporal.PlainDate, window: TimeWindow, timeZone: string) {
  const { starts, ends } = windowInstants(date, window, timeZone);
  return { startsAt: starts.toString(), endsAt: ends.toString() };
}

const serviceJson = (service: Service) => ({
  code: service.code,
  name: service.name,
  hours: service.hours,
  orderCutoff: service.orderCutoff,
  changeRule: service.changeRule,
  cancelRule: service.cancelRule,
  leadBusinessDays: service.leadBusinessDays,
  horizonDays: service.horizonDays,
  windows: [
    ...service.windows.map((window) => windowJson(window, null)),
    ...[...(service.inZones ?? [])].flatMap(([zone, { windows }]) =>
      windows.map((window) => windowJson(window, zone)),
    ),
  ],
});

const windowJson = (window: WeekdayWindow, zone: string | null) => ({
  weekday: window.weekday,
  ...timesJson(window),
  zone,
});

const productJson = (product: Product) => ({
  code: product.code,
  service: product.serviceCode,
  name: product.name,
  unit: product.unit,
  hint: product.hint,
  unitPriceHundredthCents: product.unitPrice,
  vatBasisPoints: product.vatRate,
  maxPerOrder: product.maxPerOrder,
});
