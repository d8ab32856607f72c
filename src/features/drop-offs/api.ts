import { z } from 'zod';
import { MOST_CONTAINERS } from '../../domain/drop-offs/index.ts';
import { totals } from '../../domain/money.ts';
import { refuse } from '../../domain/refusal.ts';
import { type CustomerCtx, transaction } from '../../platform/context.ts';
import {
  apiRoute,
  bilingual,
  cents,
  closedObject,
  code,
  instant,
  noted,
  wallTime,
  writeTime,
} from '../../web/api.ts';
import { customerCtx, type Route } from '../../web/index.ts';
import { bookingJson, orderParams, PlacedJson, placedJson, versionToChange } from '../orders/index.ts';
import { bookDropOff } from './book-drop-off.ts';
import { changeDropOff } from './change/change-drop-off.ts';
import { daysToChoose } from './change/quote-change.ts';
import { findDropOff } from './find-drop-off.ts';
import { DROP_OFF_KINDS, serviceOf } from './kinds.ts';
import { readSites, type Site } from './queries.ts';
import { sitesFor } from './site-catalogue.ts';

const { slot, costCentreId, reference } = bookingJson;
const count = z.int().min(0).max(999_999_999);
const containers = z.int().min(0).max(MOST_CONTAINERS);

const kind = noted(z.enum(DROP_OFF_KINDS), {
  de: 'Briefe oder Werbepost: sie haben verschiedene Fristen',
  en: 'Letters or advertising mail: they have different deadlines',
});

const announcement = {
  site: noted(code, { de: 'Code des Depots', en: 'Code of the site' }),
  slot,
  items: noted(
    z.record(code, z.object({ pieces: count, grams: count })),
    {
      de: 'Stück und Gramm je Stück, nach Code der Sendungsart',
      en: 'Pieces and grams per piece by mail product',
    },
    { examples: [{ LETTER_STD: { pieces: 500, grams: 20 } }] },
  ),
  containers: z
    .object({ box: containers.default(0), trolley: containers.default(0), pallet: containers.default(0) })
    .optional(),
  costCentreId,
  reference,
  note: noted(z.string().default(''), { de: 'Hinweis für das Depot', en: 'Note for the depot' }),
  isUniform: noted(z.boolean().default(false), {
    de: 'Nur Werbepost, dort nötig: verschlossen und in Format, Gewicht und Inhalt gleich',
    en: 'Advertising mail only, needed there: sealed, and the same in format, weight and content',
  }),
};

const SiteJson = z
  .object({
    code,
    name: z.string(),
    street: z.string(),
    postcode: z.string(),
    city: z.string(),
    hint: bilingual,
    hours: z.array(z.object({ weekday: z.int(), opens: wallTime, closes: wallTime })),
    kinds: z.array(kind),
  })
  .meta({ id: 'Site' });

const WindowsJson = z.object({
  windows: z.array(
    z.object({ slot: z.string(), starts: wallTime, ends: wallTime, free: z.int(), orderBy: instant }),
  ),
});

const DropOffJson = z
  .object({
    number: z.string(),
    kind,
    site: code,
    manifestCode: noted(z.string(), {
      de: 'Was das Depot liest; die letzte Stelle ist eine Prüfziffer',
      en: 'What the depot scans; the last sign is a check digit',
    }),
    items: z.array(
      z.object({
        product: code,
        name: bilingual,
        pieces: z.int(),
        grams: z.int(),
        unitPriceHundredthCents: z.int(),
        surchargeHundredthCents: z.int(),
        vatBasisPoints: z.int(),
        netCents: cents,
      }),
    ),
    containers: z.object({ box: z.int(), trolley: z.int(), pallet: z.int() }),
    note: z.string(),
    estimate: noted(z.object({ netCents: cents, grossCents: cents }), {
      de: 'Nach angemeldeten Stücken; berechnet wird, was gezählt wird',
      en: 'By the announced pieces; charged is what is counted',
    }),
    version: z.int(),
  })
  .meta({ id: 'DropOff' });

export const dropOffApi: readonly Route[] = [
  apiRoute({
    method: 'GET',
    path: '/api/v1/drop-off-sites',
    access: 'signed-in',
    api: {
      summary: { de: 'Depots mit Öffnungszeiten', en: 'Sites with their opening hours' },
      output: z.object({ sites: z.array(SiteJson) }),
    },
    handle: async ({ ctx }) => ({ sites: (await readSites(ctx.db)).map(siteJson) }),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/v1/drop-off-windows',
    access: 'signed-in',
    api: {
      summary: { de: 'Buchbare Zeitfenster eines Depots', en: 'Time windows of a site that can be booked' },
      query: closedObject({ site: code, kind }),
      output: WindowsJson,
    },
    handle: (request, { query }) => windowsJson(customerCtx(request), query.site, serviceOf(query.kind)),
  }),
  apiRoute({
    method: 'POST',
    path: '/api/v1/drop-offs',
    access: 'orders.place',
    api: {
      summary: { de: 'Eine Einlieferung anmelden', en: 'Announce a drop-off' },
      input: closedObject({ kind, ...announcement }),
      output: PlacedJson,
      status: 201,
      idempotent: true,
      refusals: ['slot-full', 'slot-not-offered'],
    },
    async handle(request, { input, key }) {
      const ctx = customerCtx(request);
      return placedJson(ctx, await bookDropOff(ctx, { ...input, key }));
    },
  }),
  apiRoute({
    method: 'GET',
    path: '/api/v1/drop-offs/:number',
    access: 'signed-in',
    api: {
      summary: { de: 'Was eine Einlieferung anmeldet', en: 'What a drop-off announces' },
      params: orderParams,
      output: DropOffJson,
    },
    handle: (request) => dropOffJson(customerCtx(request), request.params),
  }),
  apiRoute({
    method: 'POST',
    path: '/api/v1/drop-offs/:number/change',
    access: 'orders.place',
    api: {
      summary: { de: 'Eine Einlieferung ändern und ergänzen', en: 'Change a drop-off, or add to it' },
      description: {
        de: 'Nennen Sie die ganze Anmeldung: Was fehlt, wird nicht mehr gebracht. Der Code der Liste bleibt.',
        en: 'Give the whole announcement: what is missing is no longer brought. The code of the manifest stays.',
      },
      params: orderParams,
      input: closedObject({
        version: versionToChange,
        ...announcement,
      }),
      output: DropOffJson,
      idempotent: true,
      refusals: [
        'past-change-deadline',
        'final-when-placed',
        'already-cancelled',
        'stale',
        'slot-full',
        'slot-not-offered',
        'awaiting-approval',
        'already-decided',
      ],
    },
    async handle(request, { input, key }) {
      const ctx = customerCtx(request);
      const { number } = await changeDropOff(ctx, { ...input, ...request.params, key });
      return dropOffJson(ctx, { number });
    },
  }),
];

const siteJson = ({ hours, services, pool: _, ...site }: Site): z.input<typeof SiteJson> => ({
  ...site,
  hours: hours.map(({ weekday, opens, closes }) => ({
    weekday,
    opens: writeTime(opens),
    closes: writeTime(closes),
  })),
  kinds: DROP_OFF_KINDS.filter((one) => services.some(({ serviceCode }) => serviceCode === serviceOf(one))),
});

async function windowsJson(
  ctx: CustomerCtx,
  siteCode: string,
  serviceCode: string,
): Promise<z.input<typeof WindowsJson>> {
  const days = await transaction(ctx, async (tx) => {
    const site = sitesFor(await readSites(tx), serviceCode).find((one) => one.code === siteCode);
    if (!site) return refuse({ code: 'invalid', fields: [{ field: 'site', problem: 'unknown' }] });
    return daysToChoose(tx, ctx, serviceCode, site);
  });
  return {
    windows: days.flatMap(({ orderBy, windows }) =>
      windows.map((window) => ({
        slot: window.key,
        starts: writeTime(window.starts),
        ends: writeTime(window.ends),
        free: window.free,
        orderBy: orderBy.toString(),
      })),
    ),
  };
}

async function dropOffJson(
  ctx: CustomerCtx,
  input: Readonly<Record<string, string | undefined>>,
): Promise<z.input<typeof DropOffJson>> {
  const { kind: own, found, announced } = await transaction(ctx, (tx) => findDropOff(tx, input));
  const { net, gross } = totals(announced.items);
  return {
    number: found.order.number,
    kind: own,
    site: announced.siteCode,
    manifestCode: announced.manifestCode,
    items: announced.items.map((item) => ({
      product: item.productCode,
      name: item.name,
      pieces: item.pieces,
      grams: item.grams,
      unitPriceHundredthCents: item.unitPrice,
      surchargeHundredthCents: item.surcharge,
      vatBasisPoints: item.vatRate,
      netCents: item.net,
    })),
    containers: announced.containers,
    note: announced.note,
    estimate: { netCents: net, grossCents: gross },
    version: found.order.version,
  };
}
