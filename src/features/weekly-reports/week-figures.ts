import {
  type IsoWeek,
  type Pieces,
  sameWeekLastYear,
  type WeekFacts,
  weekBefore,
} from '../../domain/weekly-report/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { Bilingual } from '../../platform/db/json.ts';
import { type MailProduct, mailPriceOn, readMailProducts } from '../catalogue/index.ts';
import { volumeSums } from '../volumes/index.ts';
import { consumablesIn, correctionsIn, failuresIn, type ServiceCount, servicesIn } from './queries.ts';

/** What was sent on one day of one product. Net in cents by the price list of that day, before VAT. */
export interface DayLine {
  readonly date: Temporal.PlainDate;
  readonly productCode: string;
  readonly product: Bilingual;
  readonly pieces: number;
  readonly grams: number;
  readonly net: number;
}

export interface Sums {
  readonly pieces: number;
  readonly grams: number;
  readonly net: number;
}

export interface ServiceFigures {
  readonly done: number;
  readonly missed: number;
  readonly cancelled: number;
}

/** Everything that a report says about a week. */
export interface WeekFigures {
  readonly week: IsoWeek;
  readonly lines: readonly DayLine[];
  readonly sums: Sums;
  readonly previous: Sums;
  readonly lastYear: Sums;
  readonly facts: WeekFacts;
  readonly pickups: ServiceFigures;
  readonly dropOffs: ServiceFigures;
  readonly couriers: ServiceFigures;
  /** What the products of the post are called. */
  readonly productNames: ReadonlyMap<string, Bilingual>;
  readonly consumables: Awaited<ReturnType<typeof consumablesIn>>;
  readonly failures: Awaited<ReturnType<typeof failuresIn>>;
  readonly corrections: Awaited<ReturnType<typeof correctionsIn>>;
}

/** Reads and reckons the figures of the firm of the transaction. */
export async function readFigures(tx: Transaction, week: IsoWeek): Promise<WeekFigures> {
  const products = await readMailProducts(tx);
  const lines = await linesOf(tx, week, products);
  const before = await linesOf(tx, weekBefore(week), products);
  const yearBefore = await linesOf(tx, sameWeekLastYear(week), products);
  const services = await servicesIn(tx, week);
  const pickups = serviceFigures(services, 'PICKUP');
  return {
    week,
    lines,
    sums: sumsOf(lines),
    previous: sumsOf(before),
    lastYear: sumsOf(yearBefore),
    facts: {
      week: piecesOf(lines),
      previous: piecesOf(before),
      lastYear: piecesOf(yearBefore),
      missedPickups: pickups.missed,
    },
    pickups,
    dropOffs: serviceFigures(services, 'DROPOFF'),
    couriers: serviceFigures(services, 'COURIER'),
    productNames: new Map([...products].map(([code, { name }]) => [code, name])),
    consumables: await consumablesIn(tx, week),
    failures: await failuresIn(tx, week),
    corrections: await correctionsIn(tx, week),
  };
}

async function linesOf(
  tx: Transaction,
  week: IsoWeek,
  products: ReadonlyMap<string, MailProduct>,
): Promise<DayLine[]> {
  const lines = new Map<string, DayLine>();
  for (const { date, productCode, pieces, weightGrams } of await volumeSums(tx, week)) {
    const product = products.get(productCode);
    const known = lines.get(`${date} ${productCode}`);
    lines.set(`${date} ${productCode}`, {
      date,
      productCode,
      product: product?.name ?? { de: productCode, en: productCode },
      pieces: (known?.pieces ?? 0) + Number(pieces),
      grams: (known?.grams ?? 0) + weightGrams,
      net: 0,
    });
  }
  const order = [...products.keys()];
  return [...lines.values()]
    .map((line) => ({ ...line, net: netOf(line, products) }))
    .sort(
      (a, b) =>
        Temporal.PlainDate.compare(a.date, b.date) ||
        order.indexOf(a.productCode) - order.indexOf(b.productCode),
    );
}

/** At the price of the day, with the surcharge where a day's posting is small. */
function netOf(line: DayLine, products: ReadonlyMap<string, MailProduct>): number {
  const { productCode, date, pieces } = line;
  const product = products.get(productCode);
  if (!product) return 0;
  const isSmall = product.fullPricePieces !== undefined && pieces < product.fullPricePieces;
  const surcharge = isSmall && product.surchargeCode ? products.get(product.surchargeCode) : undefined;
  const unitPrice =
    (mailPriceOn(product, date)?.unitPrice ?? 0) +
    (surcharge ? (mailPriceOn(surcharge, date)?.unitPrice ?? 0) : 0);
  return Math.round((pieces * unitPrice) / 100);
}

const sumsOf = (lines: readonly DayLine[]): Sums => ({
  pieces: lines.reduce((sum, { pieces }) => sum + pieces, 0),
  grams: lines.reduce((sum, { grams }) => sum + grams, 0),
  net: lines.reduce((sum, { net }) => sum + net, 0),
});

function piecesOf(lines: readonly DayLine[]): Pieces {
  const pieces = new Map<string, number>();
  for (const line of lines) pieces.set(line.productCode, (pieces.get(line.productCode) ?? 0) + line.pieces);
  return pieces;
}

function serviceFigures(services: readonly ServiceCount[], kind: string): ServiceFigures {
  const count = (status: ServiceCount['status']) =>
    services
      .filter((one) => one.kind === kind && one.status === status)
      .reduce((sum, one) => sum + one.count, 0);
  return { done: count('completed'), missed: count('failed'), cancelled: count('cancelled') };
}
