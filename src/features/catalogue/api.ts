import { z } from 'zod';
import { type TimeWindow, windowInstants } from '../../domain/calendar/index.ts';
import { refuse } from '../../domain/refusal.ts';
import {
  apiRoute,
  bilingual,
  closedObject,
  code,
  date,
  instant,
  noted,
  wallTime,
  writeTime,
} from '../../web/api.ts';
import type { PageRequest, Route } from '../../web/index.ts';
import { offeredDays, type Product, type Service } from './catalogue.ts';
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

const CatalogueJson = z.object({ services: z.array(ServiceJson), products: z.array(ProductJson) });

/** More services than a basket will ever touch. */
const MOST_SERVICES = 10;

const OffersQuery = closedObject({
  service: noted(z.array(code).min(1).max(MOST_SERVICES), {
    de: 'Codes der Leistungen; bei mehreren die Fenster, in denen alle möglich sind',
    en: 'Codes of services; of several the windows in which all of them are possible',
  }),
});

const OffersJson = z.object({
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
    handle: (request, { query }) => showOffers(request, query.service),
  }),
];

async function showCatalogue({ ctx }: PageRequest): Promise<z.input<typeof CatalogueJson>> {
  const { services, products } = await readCatalogue(ctx.db, ctx);
  return {
    services: [...services.values()].map(serviceJson),
    products: [...products.values()].map(productJson),
  };
}

async function showOffers(
  { ctx }: PageRequest,
  codes: readonly string[],
): Promise<z.input<typeof OffersJson>> {
  const serviceCodes = [...new Set(codes)];
  const catalogue = await readCatalogue(ctx.db, { ...ctx, serviceCodes });
  const unknown = codes.flatMap((wanted, index) =>
    catalogue.services.has(wanted) ? [] : [`service.${index}`],
  );
  if (unknown.length > 0) {
    refuse({ code: 'invalid', fields: unknown.map((field) => ({ field, problem: 'unknown' })) });
  }
  return {
    days: offeredDays(catalogue, serviceCodes, ctx.now).map(({ date, orderBy, windows }) => ({
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
  windows: service.windows.map((window) => ({ weekday: window.weekday, ...timesJson(window) })),
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
