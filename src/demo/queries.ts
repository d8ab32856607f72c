import type { z } from 'zod';
import { zonePoolCode, zonePoolName } from '../domain/zones/index.ts';
import { type Database, query, type Transaction } from '../platform/db/database.ts';
import type {
  CarrierSeed,
  CouriersSeed,
  FaqSeed,
  HolidaysSeed,
  MailProductsSeed,
  ProductsSeed,
  ServicesSeed,
  SitesSeed,
  ToursSeed,
  ZonesSeed,
} from './seeds.ts';

const json = JSON.stringify;

/** Writes the one carrier; false when there is one. */
export async function insertCarrier(
  tx: Transaction,
  carrier: z.output<typeof CarrierSeed>,
): Promise<boolean> {
  const row = await tx.first(
    query
      .insertInto('carrier')
      .values({
        name: carrier.name,
        legal_name: carrier.legalName,
        street: carrier.street,
        postcode: carrier.postcode,
        city: carrier.city,
        phone: carrier.phone,
        phone_hours: json(carrier.phoneHours),
        reply_hours: carrier.replyHours,
        email: carrier.email,
        vat_id: carrier.vatId,
        register: carrier.register,
        representatives: carrier.representatives,
        supervisory_authority: carrier.supervisoryAuthority,
        accent_colour: carrier.accentColour,
        time_zone: carrier.timeZone,
        tax_number: carrier.taxNumber,
        bank_iban: carrier.bank?.iban ?? null,
        bank_bic: carrier.bank?.bic ?? null,
        bank_name: carrier.bank?.name ?? null,
        payment_days: carrier.paymentDays,
        debit_notice_days: carrier.debitNoticeDays,
        logo_svg: carrier.logo ?? null,
        creditor_id: carrier.creditor?.id ?? null,
        creditor_name: carrier.creditor?.name ?? null,
        creditor_street: carrier.creditor?.street ?? null,
        creditor_postcode: carrier.creditor?.postcode ?? null,
        creditor_city: carrier.creditor?.city ?? null,
        creditor_country: carrier.creditor?.country ?? null,
        is_sample: carrier.isSample,
      })
      .onConflict((conflict) => conflict.column('only_row').doNothing())
      .returning('only_row'),
  );
  return row !== undefined;
}

/** When the customer service is there, one row per weekday and span; as if it had always been so. */
export async function insertServiceHours(
  tx: Transaction,
  { serviceHours }: z.output<typeof CarrierSeed>,
): Promise<void> {
  const rows = serviceHours.flatMap(({ weekdays, opens, closes }) =>
    weekdays.map((weekday) => ({
      valid_from: Temporal.PlainDate.from('2020-01-01'),
      weekday,
      opens: Temporal.PlainTime.from(opens),
      closes: Temporal.PlainTime.from(closes),
    })),
  );
  if (rows.length > 0) await tx.all(query.insertInto('service_hours').values(rows));
}

/** The answers of the help pages, in the order of the file, unless there are any already. */
export async function insertFaq(
  tx: Transaction,
  entries: z.output<typeof FaqSeed>['entries'],
  at: Temporal.Instant,
): Promise<void> {
  if (await tx.first(query.selectFrom('faq_entry').select('id').limit(1))) return;
  await tx.all(
    query.insertInto('faq_entry').values(
      entries.map(({ topic, question, answer, keywords }, index) => ({
        topic,
        position: (index + 1) * 10,
        question: json(question),
        answer: json(answer),
        keywords: json(keywords),
        updated_at: at,
      })),
    ),
  );
}

/** Pools of capacity with their windows, one row per weekday. */
export async function insertPools(
  tx: Transaction,
  pools: z.output<typeof ServicesSeed>['pools'],
): Promise<void> {
  await tx.all(
    query
      .insertInto('window_pool')
      .values(pools.map(({ code, name, byZone }) => ({ code, name: json(name), by_zone: byZone }))),
  );
  await insertWindows(tx, pools);
}

type PoolSeed = z.output<typeof ServicesSeed>['pools'][number];

async function insertWindows(
  tx: Transaction,
  pools: readonly Pick<PoolSeed, 'code' | 'windows'>[],
): Promise<void> {
  const windows = pools.flatMap((pool) =>
    pool.windows.flatMap(({ weekdays, starts, ends, capacity }) =>
      weekdays.map((weekday) => ({
        pool: pool.code,
        weekday,
        starts: Temporal.PlainTime.from(starts),
        ends: Temporal.PlainTime.from(ends),
        capacity,
      })),
    ),
  );
  await tx.all(query.insertInto('time_window').values(windows));
}

/** What dispatch gives the services of a day to. */
export async function insertTours(
  tx: Transaction,
  tours: z.output<typeof ToursSeed>['tours'],
): Promise<void> {
  if (tours.length > 0) await tx.all(query.insertInto('tour').values(tours));
}

/** The names of the tours that are driven. */
export async function tourNames(owner: Database): Promise<readonly string[]> {
  const rows = await owner.all(query.selectFrom('tour').select('name').where('is_active', '=', true));
  return rows.map(({ name }) => name);
}

/** Zones of the tours in the order of the file, each with a pool for every round that goes by zones. */
export async function insertZones(
  tx: Transaction,
  zones: z.output<typeof ZonesSeed>['zones'],
  pools: readonly PoolSeed[],
): Promise<void> {
  if (zones.length === 0) return;
  await tx.all(
    query
      .insertInto('tour_zone')
      .values(zones.map(({ code, name }, position) => ({ code, name: json(name), position }))),
  );
  await tx.all(
    query
      .insertInto('tour_zone_postcode')
      .values(
        zones.flatMap(({ code, postcodes }) => postcodes.map((prefix) => ({ prefix, zone_code: code }))),
      ),
  );
  const zonePools = zones.flatMap((zone) =>
    pools
      .filter(({ byZone }) => byZone)
      .map((base) => ({ zone, base, code: zonePoolCode(base.code, zone.code) })),
  );
  await tx.all(
    query.insertInto('window_pool').values(
      zonePools.map(({ zone, base, code }) => ({
        code,
        name: json(zonePoolName(base.name, zone.name)),
        base_pool: base.code,
        zone_code: zone.code,
      })),
    ),
  );
  await insertWindows(
    tx,
    zonePools.map(({ zone, base, code }) => ({ code, windows: zone.rounds[base.code] ?? [] })),
  );
}

/** Services in the order of the file. */
export async function insertServices(
  tx: Transaction,
  services: z.output<typeof ServicesSeed>['services'],
): Promise<void> {
  await tx.all(
    query.insertInto('service').values(
      services.map((service, position) => ({
        code: service.code,
        name: json(service.name),
        hours: json(service.hours),
        pool: service.pool,
        position,
        order_cutoff: json(service.orderCutoff),
        change_rule: json(service.changeRule),
        cancel_rule: json(service.cancelRule),
        lead_business_days: service.leadBusinessDays,
        horizon_days: service.horizonDays,
        unconfirmed_after_minutes: service.unconfirmedAfterMinutes,
      })),
    ),
  );
  const standing = services.flatMap(({ code, standing: terms }) =>
    terms
      ? [
          {
            service_code: code,
            start_lead_business_days: terms.startLeadBusinessDays,
            made_ahead_days: terms.madeAheadDays,
            free_from_daily_letters: terms.freeFromDailyLetters,
          },
        ]
      : [],
  );
  if (standing.length > 0) await tx.all(query.insertInto('standing_terms').values(standing));
}

/** Products in the order of the file, with their prices. */
export async function insertProducts(
  tx: Transaction,
  products: z.output<typeof ProductsSeed>['products'],
): Promise<void> {
  await tx.all(
    query.insertInto('product').values(
      products.map((product, position) => ({
        code: product.code,
        service_code: product.service,
        name: json(product.name),
        unit: json(product.unit),
        hint: product.hint ? json(product.hint) : null,
        picture: product.picture,
        is_returnable: product.isReturnable,
        max_per_order: product.maxPerOrder,
        position,
      })),
    ),
  );
  const prices = products.flatMap(({ code, prices }) =>
    prices.map(({ validFrom, unitPrice }) => ({
      product_code: code,
      valid_from: Temporal.PlainDate.from(validFrom),
      unit_price: unitPrice,
    })),
  );
  await tx.all(query.insertInto('product_price').values(prices));
  await tx.all(
    query.insertInto('product_vat').values(
      products.map(({ code, vatRate, prices: [first] }) => ({
        product_code: code,
        valid_from: Temporal.PlainDate.from(first?.validFrom ?? '2026-01-01'),
        category: vatRate > 0 ? ('S' as const) : ('Z' as const),
        rate: vatRate,
      })),
    ),
  );
}

/** Mail products in the order of the file, with their prices and VAT. A surcharge stands before what it belongs to. */
export async function insertMailProducts(
  tx: Transaction,
  products: z.output<typeof MailProductsSeed>['products'],
): Promise<void> {
  await tx.all(
    query.insertInto('mail_product').values(
      products.map((product, position) => ({
        code: product.code,
        family: product.family,
        name: json(product.name),
        limits: json(product.limits),
        max_grams: product.maxGrams,
        min_pieces: product.minPieces,
        full_price_pieces: product.fullPricePieces,
        surcharge_code: product.surcharge,
        position,
      })),
    ),
  );
  const from = (day: string) => Temporal.PlainDate.from(day);
  await tx.all(
    query.insertInto('mail_product_price').values(
      products.flatMap(({ code, prices }) =>
        prices.map(({ validFrom, unitPrice }) => ({
          product_code: code,
          valid_from: from(validFrom),
          unit_price: unitPrice,
        })),
      ),
    ),
  );
  await tx.all(
    query.insertInto('mail_product_vat').values(
      products.flatMap(({ code, vat }) =>
        vat.map(({ validFrom, category, rate, exemptionReason }) => ({
          product_code: code,
          valid_from: from(validFrom),
          category,
          rate,
          exemption_reason: exemptionReason ? json(exemptionReason) : null,
        })),
      ),
    ),
  );
}

/** Sites in the order of the file, each with its hours, its own pool of windows and what it takes in. */
export async function insertSites(
  tx: Transaction,
  sites: z.output<typeof SitesSeed>['sites'],
): Promise<void> {
  const poolOf = (code: string) => `site-${code}`;
  const time = (text: string) => Temporal.PlainTime.from(text);
  await insertPools(
    tx,
    sites.map(({ code, name, windows }) => ({
      code: poolOf(code),
      name: { de: name, en: name },
      byZone: false,
      windows,
    })),
  );
  await tx.all(
    query.insertInto('site').values(
      sites.map(({ code, name, street, postcode, city, hint }, position) => ({
        code,
        name,
        street,
        postcode,
        city,
        hint: json(hint),
        pool: poolOf(code),
        position,
      })),
    ),
  );
  await tx.all(
    query.insertInto('site_hours').values(
      sites.flatMap(({ code, hours }) =>
        hours.flatMap(({ weekdays, opens, closes }) =>
          weekdays.map((weekday) => ({
            site_code: code,
            weekday,
            opens: time(opens),
            closes: time(closes),
          })),
        ),
      ),
    ),
  );
  await tx.all(
    query
      .insertInto('site_service')
      .values(
        sites.flatMap(({ code, services }) =>
          services.flatMap(({ service, weekdays }) =>
            weekdays.map((weekday) => ({ site_code: code, service_code: service, weekday })),
          ),
        ),
      ),
  );
}

/** Zones, vehicles and prices of couriers. */
export async function insertCouriers(
  tx: Transaction,
  { zones, distances, vehicles, faresValidFrom, terms }: z.output<typeof CouriersSeed>,
): Promise<void> {
  await tx.all(
    query
      .insertInto('courier_zone')
      .values(zones.map(({ code, name }, position) => ({ code, name: json(name), position }))),
  );
  await tx.all(
    query
      .insertInto('courier_zone_postcode')
      .values(
        zones.flatMap(({ code, postcodes }) => postcodes.map((prefix) => ({ prefix, zone_code: code }))),
      ),
  );
  await tx.all(query.insertInto('courier_distance').values(distances));
  await tx.all(
    query.insertInto('courier_vehicle').values(
      vehicles.map(({ code, name, maxKg, maxSizeCm: [length, width, height], product }, position) => ({
        code,
        name: json(name),
        max_kg: maxKg,
        max_length_cm: length,
        max_width_cm: width,
        max_height_cm: height,
        product_code: product,
        position,
      })),
    ),
  );
  await tx.all(
    query.insertInto('courier_fare').values(
      vehicles.flatMap(({ code, fares }) =>
        (['near', 'city', 'region'] as const).map((distance) => ({
          vehicle_code: code,
          distance,
          valid_from: Temporal.PlainDate.from(faresValidFrom),
          unit_price: fares[distance],
        })),
      ),
    ),
  );
  await tx.all(
    query.insertInto('courier_terms').values({
      way_product: terms.wayProduct,
      stop_product: terms.stopProduct,
      wait_product: terms.waitProduct,
      narrow_window_product: terms.narrowWindowProduct,
      direct_product: terms.directProduct,
      direct_surcharge: terms.directSurcharge,
      now_minutes: terms.nowMinutes,
      now_capacity: terms.nowCapacity,
      narrow_pool: terms.narrowPool,
      now_pool: terms.nowPool,
    }),
  );
}

/** Rules of holidays and the dates that depart from them. */
export async function insertCalendar(
  tx: Transaction,
  { rules, exceptions }: z.output<typeof HolidaysSeed>,
): Promise<void> {
  await tx.all(
    query.insertInto('holiday_rule').values(
      rules.map((rule) => ({
        name: json(rule.name),
        kind: rule.kind,
        month: rule.kind === 'fixed' ? rule.month : null,
        day: rule.kind === 'fixed' ? rule.day : null,
        easter_offset: rule.kind === 'easter' ? rule.offset : null,
      })),
    ),
  );
  await tx.all(
    query.insertInto('calendar_exception').values(
      exceptions.map(({ date, kind, name }) => ({
        date: Temporal.PlainDate.from(date),
        kind,
        name: json(name),
      })),
    ),
  );
}

/** Gives a clerk a password and an app for codes; run by the owner, who alone may. */
export async function completeStaff(
  tx: Transaction,
  clerk: { staffId: number; passwordHash: string; secret: Buffer; at: Temporal.Instant },
): Promise<void> {
  await tx.all(
    query
      .updateTable('staff_account')
      .set({ password_hash: clerk.passwordHash })
      .where('id', '=', clerk.staffId),
  );
  await tx.all(query.deleteFrom('staff_one_time_password').where('staff_id', '=', clerk.staffId));
  await tx.all(
    query
      .insertInto('staff_totp')
      .values({ staff_id: clerk.staffId, secret: clerk.secret, activated_at: clerk.at }),
  );
}

/** The firms that there are, by their numbers. */
export async function customerIds(tx: Transaction): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.all(query.selectFrom('customer').select(['id', 'number']));
  return new Map(rows.map(({ id, number }) => [number, id]));
}

/** The firms that nobody acts for and that have no activation code in time. */
export async function firmsWithoutPeople(
  tx: Transaction,
  now: Temporal.Instant,
): Promise<{ id: number; number: string; name: string }[]> {
  return tx.all(
    query
      .selectFrom('customer as c')
      .select(['c.id', 'c.number', 'c.name'])
      .where((eb) =>
        eb.and([
          eb.not(
            eb.exists(
              eb.selectFrom('membership as m').select('m.person_id').whereRef('m.customer_id', '=', 'c.id'),
            ),
          ),
          eb.not(
            eb.exists(
              eb
                .selectFrom('activation_code as a')
                .select('a.customer_id')
                .whereRef('a.customer_id', '=', 'c.id')
                .where('a.expires_at', '>', now),
            ),
          ),
        ]),
      ),
  );
}

/** Everything about one firm that its sample orders refer to by name. */
export interface SampleFirm {
  readonly id: number;
  readonly name: string;
  readonly hasOrders: boolean;
  readonly addressIds: ReadonlyMap<string, number>;
  readonly costCentreIds: ReadonlyMap<string, number>;
  readonly people: readonly {
    readonly id: number;
    readonly name: string;
    readonly email: string;
    readonly language: 'de' | 'en';
    readonly isAdmin: boolean;
    readonly rights: readonly string[];
  }[];
}

/** The firm behind a number, read by the owner. */
export async function findFirm(tx: Transaction, number: string): Promise<SampleFirm | undefined> {
  const firm = await tx.first(
    query
      .selectFrom('customer as c')
      .select((eb) => [
        'c.id',
        'c.name',
        eb
          .exists(eb.selectFrom('service_order as o').select('o.id').whereRef('o.customer_id', '=', 'c.id'))
          .as('hasOrders'),
      ])
      .where('c.number', '=', number),
  );
  if (!firm) return undefined;
  const addresses = await tx.all(
    query.selectFrom('address').select(['id', 'label']).where('customer_id', '=', firm.id),
  );
  const costCentres = await tx.all(
    query.selectFrom('cost_centre').select(['id', 'code']).where('customer_id', '=', firm.id),
  );
  const people = await tx.all(
    query
      .selectFrom('membership as m')
      .innerJoin('person as p', 'p.id', 'm.person_id')
      .select(['p.id', 'p.name', 'p.email', 'p.language', 'm.is_admin as isAdmin', 'm.rights'])
      .where('m.customer_id', '=', firm.id),
  );
  return {
    id: firm.id,
    name: firm.name,
    hasOrders: Boolean(firm.hasOrders),
    addressIds: new Map(addresses.map(({ label, id }) => [label, id])),
    costCentreIds: new Map(costCentres.map(({ code, id }) => [code, id])),
    people,
  };
}

/** The first day on which something was done that can be charged; undefined when nothing was. */
export async function firstChargeable(tx: Transaction): Promise<Temporal.PlainDate | undefined> {
  const [row] = await tx.sql<{ first: Temporal.PlainDate | null }>(
    `select least(
       (select min(service_date) from mail_volume),
       (select min(service_date) from service_order where status in ('completed', 'failed') and net_cents > 0)) as first`,
  );
  return row?.first ?? undefined;
}

/** The firms that something can be charged to, by their numbers. */
export async function invoicedFirms(tx: Transaction) {
  return tx.sql<{ id: number; number: string; name: string }>(
    `select id, number, name from customer c
     where exists (select from mail_volume v where v.customer_id = c.id)
       or exists (select from service_order o where o.customer_id = c.id)
     order by number`,
  );
}

/** The people of the demo have read what happened before, and want no letters about it. */
export async function readOldNotices(owner: Pick<Database, 'sql'>, before: Temporal.Instant): Promise<void> {
  await owner.sql(
    'update notice set read_at = created_at, queued_at = created_at where created_at < $1 and read_at is null',
    [before],
  );
}

/** The codes of the services that there are. */
export async function serviceCodes(owner: Database): Promise<string[]> {
  const rows = await owner.all(query.selectFrom('service').select('code'));
  return rows.map(({ code }) => code);
}
