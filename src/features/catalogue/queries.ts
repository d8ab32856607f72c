import {
  type Calendar,
  type CalendarException,
  type CutoffRule,
  type DeadlineRule,
  type HolidayRule,
  makeCalendar,
  todayOf,
  type WeekdayWindow,
} from '../../domain/calendar/index.ts';
import type { PostcodePrefix } from '../../domain/zones/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { Text } from '../../platform/i18n/index.ts';
import {
  type Catalogue,
  type Product,
  type Service,
  type StandingTerms,
  type TourZone,
  takenKey,
  type ZonePool,
} from './catalogue.ts';
import type { MailProduct } from './mail-products.ts';

/** No service is booked further ahead than this (`service.horizon_days` is checked to be at most 366). */
const LATEST_DAYS = 366;

interface ServiceJson {
  code: string;
  name: Text;
  hours: Text;
  pool: string;
  by_zone: boolean;
  order_cutoff: CutoffRule;
  change_rule: DeadlineRule;
  cancel_rule: DeadlineRule;
  lead_business_days: number;
  horizon_days: number;
  standing: StandingTerms | null;
}

interface ProductJson {
  code: string;
  service_code: string;
  name: Text;
  unit: Text;
  hint: Text | null;
  vat_rate: number;
  max_per_order: number;
  picture: string | null;
  is_returnable: boolean;
  unit_price: number;
}

type RuleJson = { name: Text } & (
  | { kind: 'fixed'; month: number; day: number }
  | { kind: 'easter'; easter_offset: number }
);

interface WindowJson {
  pool: string;
  weekday: number;
  starts: string;
  ends: string;
  capacity: number;
}

interface CatalogueRow {
  [column: string]: unknown;
  services: ServiceJson[] | null;
  products: ProductJson[] | null;
  windows: WindowJson[] | null;
  zones: (TourZone & { position: number })[] | null;
  zone_pools: { code: string; base_pool: string; zone_code: string }[] | null;
  prefixes: PostcodePrefix[] | null;
  is_zoned: boolean;
  rules: RuleJson[] | null;
  exceptions: { date: string; kind: 'closed' | 'open'; name: Text }[] | null;
  taken: { pool: string; service_date: string; starts: string; booked: number }[] | null;
}

/**
 * Reads everything that decides what may be booked, in one statement, with the prices of today.
 * @param input.serviceCodes only these services and what they need; all when left out
 * @param input.pool whose windows and places count instead of the services' own: those of one site
 * @param input.addressId of the firm of this transaction: only the zones that it can lie in are read
 */
export async function readCatalogue(
  tx: Pick<Transaction, 'sql'>,
  input: {
    now: Temporal.Instant;
    timeZone: string;
    serviceCodes?: readonly string[];
    pool?: string;
    addressId?: number;
  },
): Promise<Catalogue> {
  const today = todayOf(input);
  const [row] = await tx.sql<CatalogueRow>(STATEMENT, [
    input.serviceCodes ?? null,
    today,
    LATEST_DAYS,
    input.pool ?? null,
    input.addressId ?? null,
  ]);
  const isZoned = row?.is_zoned ?? false;
  const windowsOf = windowsByPool(row?.windows ?? []);
  const zonePools = Map.groupBy(row?.zone_pools ?? [], ({ base_pool }) => base_pool);
  const inZones = ({ pool, by_zone }: ServiceJson): Service['inZones'] =>
    isZoned && by_zone
      ? new Map(
          (zonePools.get(pool) ?? []).map(({ code, zone_code }): [string, ZonePool] => [
            zone_code,
            {
              pool: code,
              // asked of one zone out of many
              get windows() {
                return windowsOf(code);
              },
            },
          ]),
        )
      : undefined;
  return {
    services: byCode(
      (row?.services ?? []).map((service) => {
        const zones = inZones(service);
        return toService(service, zones ? [] : windowsOf(service.pool), zones);
      }),
    ),
    products: byCode((row?.products ?? []).map(toProduct)),
    calendar: makeCalendar({
      rules: (row?.rules ?? []).map(toRule),
      exceptions: (row?.exceptions ?? []).map(toException),
    }),
    timeZone: input.timeZone,
    zones: (row?.zones ?? []).map(({ code, name }) => ({ code, name })),
    prefixes: row?.prefixes ?? [],
    isZoned,
    taken: new Map(
      // as `slotKey` writes it, without a detour over values: a busy carrier has thousands of them
      (row?.taken ?? []).map(({ pool, service_date, starts, booked }) => [
        takenKey(pool, `${service_date}T${starts.slice(0, 5)}`),
        booked,
      ]),
    ),
  };
}

const STATEMENT = `
  with wanted as (
    select (jsonb_populate_record(service, jsonb_build_object('pool', coalesce($4::text, service.pool)))).*,
      round.by_zone, (
        select json_build_object('startLeadBusinessDays', start_lead_business_days,
          'madeAheadDays', made_ahead_days, 'freeFromDailyLetters', free_from_daily_letters)
        from standing_terms where service_code = service.code
      ) as standing
    from service join window_pool round on round.code = coalesce($4::text, service.pool)
    where $1::text[] is null or service.code = any ($1)
  ), prefixes as (
    -- those that the postcode begins with, read as its digits; which of them counts is for the rule to say
    select prefix, zone_code from tour_zone_postcode
    where $5::bigint is null
      or starts_with((select regexp_replace(postcode, 'D', '', 'g') from address where id = $5), prefix)
  ), zone_pools as (
    select code, base_pool, zone_code from window_pool
    where base_pool in (select pool from wanted where by_zone) and zone_code in (select zone_code from prefixes)
  ), pools as (
    select pool as code from wanted union select code from zone_pools
  )
  select
    (select json_agg(w order by w.position) from wanted w) as services,
    (select json_agg(p order by p.position) from (
      select product.*, price.unit_price, vat.rate as vat_rate
      from product
      join lateral (
        select unit_price from product_price
        where product_code = product.code and valid_from <= $2::date
        order by valid_from desc limit 1
      ) price on true
      join lateral (
        select rate from product_vat
        where product_code = product.code and valid_from <= $2::date
        order by valid_from desc limit 1
      ) vat on true
      where product.is_active and product.service_code in (select code from wanted)
    ) p) as products,
    (select json_agg(t) from time_window t where t.pool in (select code from pools)) as windows,
    (select json_agg(z order by z.position, z.code) from tour_zone z) as zones,
    (select json_agg(z) from zone_pools z) as zone_pools,
    (select json_agg(json_build_object('prefix', prefix, 'zone', zone_code)) from prefixes) as prefixes,
    exists (select from tour_zone_postcode) as is_zoned,
    (select json_agg(h) from holiday_rule h) as rules,
    (select json_agg(e) from calendar_exception e
      where e.date between $2::date - 31 and $2::date + $3::int) as exceptions,
    (select json_agg(s) from slot s
      where s.pool in (select code from pools) and s.service_date between $2::date and $2::date + $3::int
        and s.booked > 0) as taken`;

/** The carrier's calendar around this day, for what hangs on business days without being booked. */
export async function readCalendar(
  tx: Pick<Transaction, 'sql'>,
  today: Temporal.PlainDate,
): Promise<Calendar> {
  const [row] = await tx.sql<Pick<CatalogueRow, 'rules' | 'exceptions'>>(CALENDAR_STATEMENT, [
    today,
    LATEST_DAYS,
  ]);
  return makeCalendar({
    rules: (row?.rules ?? []).map(toRule),
    exceptions: (row?.exceptions ?? []).map(toException),
  });
}

const CALENDAR_STATEMENT = `
  select
    (select json_agg(h) from holiday_rule h) as rules,
    (select json_agg(e) from calendar_exception e
      where e.date between $1::date - 31 and $1::date + $2::int) as exceptions`;

interface ZonedRow {
  [column: string]: unknown;
  services: { code: string; name: Text }[] | null;
  prefixes: PostcodePrefix[] | null;
  is_zoned: boolean;
}

/**
 * The services whose windows hang on the zone of an address, and the prefixes that matter to these postcodes.
 * @param postcodes as they are stored
 */
export async function readZonedServices(tx: Pick<Transaction, 'sql'>, postcodes: readonly string[]) {
  const [row] = await tx.sql<ZonedRow>(ZONED_STATEMENT, [postcodes]);
  return { services: row?.services ?? [], prefixes: row?.prefixes ?? [], isZoned: row?.is_zoned ?? false };
}

const ZONED_STATEMENT = `
  select
    (select json_agg(json_build_object('code', service.code, 'name', service.name) order by service.position)
      from service join window_pool round on round.code = service.pool where round.by_zone) as services,
    (select json_agg(json_build_object('prefix', prefix, 'zone', zone_code)) from tour_zone_postcode
      where exists (select from unnest($1::text[]) postcode where starts_with(postcode, prefix))) as prefixes,
    exists (select from tour_zone_postcode) as is_zoned`;

const byCode = <Item extends { readonly code: string }>(items: readonly Item[]) =>
  new Map(items.map((item) => [item.code, item]));

/** The windows of each pool, read once however many services share it. */
function windowsByPool(rows: readonly WindowJson[]): (pool: string) => readonly WeekdayWindow[] {
  const pools = Map.groupBy(rows, ({ pool }) => pool);
  const read = new Map<string, readonly WeekdayWindow[]>();
  return (pool) => {
    const windows = read.get(pool) ?? (pools.get(pool) ?? []).map(toWindow);
    read.set(pool, windows);
    return windows;
  };
}

const toWindow = ({ weekday, starts, ends, capacity }: WindowJson): WeekdayWindow => ({
  weekday,
  starts: Temporal.PlainTime.from(starts),
  ends: Temporal.PlainTime.from(ends),
  capacity,
});

function toService(
  json: ServiceJson,
  windows: readonly WeekdayWindow[],
  inZones: Service['inZones'],
): Service {
  return {
    code: json.code,
    name: json.name,
    hours: json.hours,
    pool: json.pool,
    orderCutoff: json.order_cutoff,
    changeRule: json.change_rule,
    cancelRule: json.cancel_rule,
    leadBusinessDays: json.lead_business_days,
    horizonDays: json.horizon_days,
    standing: json.standing ?? undefined,
    windows,
    inZones,
  };
}

function toProduct(json: ProductJson): Product {
  return {
    code: json.code,
    serviceCode: json.service_code,
    name: json.name,
    unit: json.unit,
    hint: json.hint,
    vatRate: json.vat_rate,
    maxPerOrder: json.max_per_order,
    picture: json.picture ?? undefined,
    isReturnable: json.is_returnable,
    unitPrice: json.unit_price,
  };
}

const toRule = (rule: RuleJson): HolidayRule =>
  rule.kind === 'fixed'
    ? { name: rule.name, kind: 'fixed', month: rule.month, day: rule.day }
    : { name: rule.name, kind: 'easter', offset: rule.easter_offset };

const toException = ({
  date,
  kind,
  name,
}: {
  date: string;
  kind: 'closed' | 'open';
  name: Text;
}): CalendarException => ({
  date: Temporal.PlainDate.from(date),
  kind,
  name,
});

interface MailProductRow {
  [column: string]: unknown;
  code: string;
  family: MailProduct['family'];
  name: Text;
  limits: Text;
  max_grams: number | null;
  min_pieces: number;
  full_price_pieces: number | null;
  surcharge_code: string | null;
  is_active: boolean;
  prices: { valid_from: string; unit_price: number }[] | null;
  vat:
    | { valid_from: string; category: 'S' | 'E' | 'Z'; rate: number; exemption_reason: Text | null }[]
    | null;
}

/**
 * The products of the post by their codes, in the order of the price list, with all their prices and rates of VAT: in one
 * statement. Those that are not sold any more are among them, for what was counted earlier.
 */
export async function readMailProducts(
  tx: Pick<Transaction, 'sql'>,
): Promise<ReadonlyMap<string, MailProduct>> {
  const rows = await tx.sql<MailProductRow>(MAIL_PRODUCTS);
  return byCode(rows.map(toMailProduct));
}

const MAIL_PRODUCTS = `
  select p.*,
    (select json_agg(c) from mail_product_price c where c.product_code = p.code) as prices,
    (select json_agg(v) from mail_product_vat v where v.product_code = p.code) as vat
  from mail_product p order by p.position`;

const toMailProduct = (row: MailProductRow): MailProduct => ({
  code: row.code,
  family: row.family,
  name: row.name,
  limits: row.limits,
  maxGrams: row.max_grams ?? undefined,
  minPieces: row.min_pieces,
  fullPricePieces: row.full_price_pieces ?? undefined,
  surchargeCode: row.surcharge_code ?? undefined,
  isActive: row.is_active,
  prices: (row.prices ?? []).map(({ valid_from, unit_price }) => ({
    validFrom: Temporal.PlainDate.from(valid_from),
    unitPrice: unit_price,
  })),
  vat: (row.vat ?? []).map(({ valid_from, category, rate, exemption_reason }) => ({
    validFrom: Temporal.PlainDate.from(valid_from),
    category,
    rate,
    exemptionReason: exemption_reason ?? undefined,
  })),
});
