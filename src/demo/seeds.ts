import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { FAQ_TOPICS } from '../domain/inquiries.ts';
import { isCreditorId } from '../domain/mandates/index.ts';
import { RIGHTS } from '../domain/rights.ts';
import { parseIban } from '../platform/iban.ts';

const isIban = (text: string) => {
  const read = parseIban(text);
  return 'iban' in read && read.iban === text;
};

const bilingual = z.object({ de: z.string().min(1), en: z.string().min(1) });
const code = z.string().regex(/^[A-Z0-9_a-z-]{1,40}$/);
const time = z.string().regex(/^\d{2}:\d{2}$/);
const date = z.iso.date();
const count = z.int().min(0);

const BeforeRule = z.object({
  kind: z.literal('before'),
  days: count,
  dayKind: z.enum(['calendar', 'business']),
  time,
});
const BeforeStartRule = z.object({ kind: z.literal('before-start'), minutes: z.int().positive() });
const CutoffRule = z.discriminatedUnion('kind', [BeforeRule, BeforeStartRule]);
const DeadlineRule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('final') }),
  BeforeRule,
  BeforeStartRule,
]);

export const CarrierSeed = z.object({
  name: z.string(),
  legalName: z.string(),
  street: z.string(),
  postcode: z.string(),
  city: z.string(),
  phone: z.string(),
  phoneHours: bilingual,
  /** When the customer service is there, by weekday; what "open now" and the promised time of an answer hang on. */
  serviceHours: z
    .array(z.object({ weekdays: z.array(z.int().min(1).max(7)), opens: time, closes: time }))
    .default([]),
  /** Within how many of these hours a question is answered. */
  replyHours: z.int().min(1).max(400).default(8),
  email: z.email(),
  vatId: z.string(),
  register: z.string(),
  representatives: z.string(),
  supervisoryAuthority: z.string(),
  taxNumber: z.string().max(30).default(''),
  /** Without an account no invoice is issued. */
  bank: z
    .object({
      iban: z.string().refine(isIban, 'not an IBAN'),
      bic: z.string().optional(),
      name: z.string().min(1).max(70),
    })
    .optional(),
  paymentDays: z.int().min(0).max(180).default(14),
  debitNoticeDays: z.int().min(1).max(60).default(14),
  /** An SVG for letters. */
  logo: z.string().max(100_000).optional(),
  accentColour: z.string(),
  timeZone: z.string(),
  /** Absent: no direct debit. The lengths are those of a SEPA payment. */
  creditor: z
    .object({
      id: z.string().refine(isCreditorId, 'not a creditor identifier'),
      name: z.string().min(1).max(70),
      street: z.string().min(1).max(70),
      postcode: z.string().min(1).max(16),
      city: z.string().min(1).max(35),
      country: z.string().regex(/^[A-Z]{2}$/),
    })
    .optional(),
  isSample: z.boolean(),
});

const windows = z.array(
  z.object({
    weekdays: z.array(z.int().min(1).max(7)),
    starts: time,
    ends: time,
    capacity: z.int().positive(),
  }),
);

export const ServicesSeed = z.object({
  pools: z.array(
    z.object({
      code,
      name: bilingual,
      /** Goes by the zones of the tours, where there are any: its windows are those of an address without zones. */
      byZone: z.boolean().default(false),
      windows,
    }),
  ),
  services: z.array(
    z.object({
      code,
      name: bilingual,
      hours: bilingual,
      pool: code,
      orderCutoff: CutoffRule,
      changeRule: DeadlineRule,
      cancelRule: DeadlineRule,
      leadBusinessDays: count,
      horizonDays: count,
      /** Null: that it did not happen is for the desk to say. */
      unconfirmedAfterMinutes: count.nullable().default(120),
      /** Only of services that come by a plan. */
      standing: z
        .object({
          startLeadBusinessDays: count,
          madeAheadDays: z.int().positive(),
          freeFromDailyLetters: z.int().positive(),
        })
        .optional(),
    }),
  ),
});

export const ZonesSeed = z.object({
  zones: z.array(
    z.object({
      code: z.string().regex(/^[A-Z0-9_]{1,20}$/),
      name: bilingual,
      /** Beginnings of postcodes; the empty one has all that no other zone has. */
      postcodes: z.array(z.string().regex(/^\d{0,5}$/)),
      /** Windows by the code of a pool that goes by zones. */
      rounds: z.record(code, windows),
    }),
  ),
});

export const ToursSeed = z.object({
  tours: z.array(
    z.object({
      code: z.string().regex(/^[A-Z0-9_]{1,20}$/),
      name: z.string().min(1).max(40),
    }),
  ),
});

export const ProductsSeed = z.object({
  products: z.array(
    z.object({
      code,
      service: code,
      name: bilingual,
      unit: bilingual,
      hint: bilingual.nullable().default(null),
      picture: z.string().nullable().default(null),
      isReturnable: z.boolean().default(false),
      vatRate: count,
      maxPerOrder: z.int().positive(),
      prices: z.array(z.object({ validFrom: date, unitPrice: count })).min(1),
    }),
  ),
});

export const MailProductsSeed = z.object({
  products: z.array(
    z.object({
      code,
      family: z.enum(['letter', 'advertising', 'registered', 'formal']),
      name: bilingual,
      limits: bilingual,
      maxGrams: z.int().positive().nullable(),
      minPieces: z.int().positive(),
      fullPricePieces: z.int().positive().nullable(),
      surcharge: code.nullable(),
      prices: z.array(z.object({ validFrom: date, unitPrice: count })).min(1),
      vat: z
        .array(
          z.object({
            validFrom: date,
            category: z.enum(['S', 'E', 'Z']),
            rate: count,
            exemptionReason: bilingual.nullable().default(null),
          }),
        )
        .min(1),
    }),
  ),
});

export const SitesSeed = z.object({
  sites: z.array(
    z.object({
      code,
      name: z.string().min(1),
      street: z.string(),
      postcode: z.string(),
      city: z.string(),
      hint: bilingual,
      hours: z.array(z.object({ weekdays: z.array(z.int().min(1).max(7)), opens: time, closes: time })),
      windows,
      services: z.array(z.object({ service: code, weekdays: z.array(z.int().min(1).max(7)) })),
    }),
  ),
});

/** What firms hand over in a usual week; each past week is so much of it, the oldest first. */
export const VolumesSeed = z.object({
  weeks: z.array(z.number().positive()),
  firms: z.array(
    z.object({
      customer: z.string(),
      lastYear: z.number().positive(),
      days: z.array(
        z.object({
          weekday: z.int().min(1).max(7),
          product: code,
          costCentre: z.string(),
          pieces: z.int().positive(),
          grams: z.int().positive(),
        }),
      ),
    }),
  ),
});

export const StandingPickupsSeed = z.object({
  standingPickups: z.array(
    z.object({
      customer: z.string(),
      setUpBy: z.string(),
      setUpBusinessDaysAgo: z.int().min(3),
      beginsBusinessDaysAhead: z.int().positive(),
      weekdays: z.array(z.int().min(1).max(7)).min(1),
      window: time,
      address: z.string(),
      costCentre: z.string(),
      onHoliday: z.enum(['skip', 'next-business-day']),
      expectedLetters: z.int().positive(),
      expectedBoxes: z.int().positive(),
      reference: z.string(),
      driverHint: z.string(),
      pause: z
        .object({
          beginsBusinessDaysAhead: z.int().positive(),
          lastsDays: z.int().positive(),
          reason: z.string(),
        })
        .optional(),
    }),
  ),
});

const fares = z.object({ near: count, city: count, region: count });
const distance = z.enum(['near', 'city', 'region']);

export const CouriersSeed = z.object({
  zones: z.array(z.object({ code, name: bilingual, postcodes: z.array(z.string().regex(/^\d{1,5}$/)) })),
  distances: z.array(z.object({ one: code, other: code, distance })),
  vehicles: z.array(
    z.object({
      code,
      name: bilingual,
      maxKg: z.int().positive(),
      maxSizeCm: z.tuple([z.int().positive(), z.int().positive(), z.int().positive()]),
      product: code,
      fares,
    }),
  ),
  faresValidFrom: date,
  terms: z.object({
    wayProduct: code,
    stopProduct: code,
    waitProduct: code,
    narrowWindowProduct: code,
    directProduct: code,
    directSurcharge: count,
    nowMinutes: z.int().positive(),
    nowCapacity: z.int().positive(),
    narrowPool: code,
    nowPool: code,
  }),
});

export const DropOffsSeed = z.object({
  dropOffs: z.array(
    z.object({
      customer: z.string(),
      placedBy: z.email(),
      placedBusinessDaysAgo: z.int().min(1),
      serviceBusinessDaysAhead: z.int(),
      windowStarts: time,
      site: code,
      kind: z.enum(['letters', 'advertising']),
      items: z.record(code, z.object({ pieces: z.int(), grams: z.int() })),
      containers: z.object({ box: count, trolley: count, pallet: count }),
      costCentre: z.string(),
      reference: z.string(),
      note: z.string(),
      status: z.enum(['placed', 'completed', 'failed']),
    }),
  ),
});

export const CourierRidesSeed = z.object({
  rides: z.array(
    z.object({
      customer: z.string(),
      placedBy: z.email(),
      placedBusinessDaysAgo: z.int().min(1),
      serviceBusinessDaysAhead: z.int(),
      windowStarts: time,
      /** One of the firm's addresses, by its label. */
      fromAddress: z.string(),
      to: z.object({
        recipient: z.string(),
        street: z.string(),
        postcode: z.string(),
        city: z.string(),
        contactName: z.string(),
        contactPhone: z.string(),
      }),
      content: z.string(),
      kg: z.int(),
      size: z.tuple([z.int(), z.int(), z.int()]),
      proof: z.string(),
      costCentre: z.string(),
      reference: z.string(),
      /** Empty: nobody is assigned yet. */
      rider: z.string(),
      delivered: z.object({ pickedUp: time, at: time, receivedBy: z.string() }).nullable(),
    }),
  ),
});

export const HolidaysSeed = z.object({
  rules: z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('fixed'), month: z.int(), day: z.int(), name: bilingual }),
      z.object({ kind: z.literal('easter'), offset: z.int(), name: bilingual }),
    ]),
  ),
  exceptions: z.array(z.object({ date, kind: z.enum(['closed', 'open']), name: bilingual })),
});

export const FaqSeed = z.object({
  entries: z.array(
    z.object({
      topic: z.enum(FAQ_TOPICS),
      question: bilingual,
      answer: bilingual,
      keywords: z.object({ de: z.string(), en: z.string() }).default({ de: '', en: '' }),
    }),
  ),
});

const OrderSeed = z.object({
  lines: z.array(z.object({ product: code, quantity: z.int().positive() })).min(1),
  placedBusinessDaysAgo: count,
  serviceBusinessDaysAhead: z.int(),
  windowStarts: time,
  address: z.string(),
  costCentre: z.string(),
  reference: z.string(),
  driverHint: z.string(),
  status: z.enum(['placed', 'completed', 'failed', 'cancelled']),
  placedBy: z.string(),
});
export type OrderSeed = z.output<typeof OrderSeed>;

export const CustomersSeed = z.object({
  customers: z.array(
    z.object({
      number: z.string(),
      name: z.string(),
      users: z.array(
        z.object({
          email: z.email(),
          name: z.string(),
          language: z.enum(['de', 'en']),
          isAdmin: z.boolean(),
          isMainContact: z.boolean(),
          rights: z.array(z.enum(RIGHTS)),
        }),
      ),
      addresses: z.array(
        z.object({
          label: z.string(),
          recipient: z.string(),
          street: z.string(),
          postcode: z.string(),
          city: z.string(),
          kinds: z.array(z.enum(['billing', 'delivery', 'pickup'])),
          contactName: z.string(),
          contactPhone: z.string(),
          driverHint: z.string(),
        }),
      ),
      costCentres: z.array(z.object({ code: z.string(), name: z.string() })),
      orders: z.array(OrderSeed),
      /** E-mails that the carrier has on file; enough for a firm that registers itself. */
      contacts: z.array(z.email()).default([]),
    }),
  ),
});

/** The sample data of this project. */
export const SEEDS = fileURLToPath(new URL('../../seeds/', import.meta.url));

/** As {@link readSeed}; `missing` where the folder has no such file. */
export async function readOptionalSeed<Schema extends z.ZodType>(
  folder: string,
  name: string,
  schema: Schema,
  missing: z.output<Schema>,
): Promise<z.output<Schema>> {
  try {
    return await readSeed(folder, name, schema);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return missing;
    throw error;
  }
}

/** Reads one file of a folder like `seeds/`; throws when it has another shape. */
export async function readSeed<Schema extends z.ZodType>(
  folder: string,
  name: string,
  schema: Schema,
): Promise<z.output<Schema>> {
  return schema.parse(JSON.parse(await readFile(path.join(folder, `${name}.json`), 'utf8')));
}
