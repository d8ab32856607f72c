import type { DraftLine } from '../../../domain/invoicing/index.ts';
import type { Language } from '../../../platform/i18n/index.ts';
import { type MailProduct, mailPriceOn } from '../../catalogue/index.ts';

/** A count of mail that no invoice has: what was handed over on one day. */
export interface OpenVolume {
  readonly id: number;
  readonly date: Temporal.PlainDate;
  readonly productCode: string;
  readonly pieces: number;
  /** As the firm calls it today; empty without one. */
  readonly costCentre: string;
}

/** A product that has no price on a day cannot be charged, and nothing else should be in its place. */
export class NoPrice extends Error {
  readonly product: string;

  constructor(product: string) {
    super(`${product} has no price`);
    this.product = product;
  }
}

interface Counted extends Omit<DraftLine, 'quantity'> {
  readonly pieces: number;
}

const UNIT: Record<Language, string> = { de: 'Stück', en: 'pieces' };

/**
 * What counts of mail are charged with, by the price of the day of service. What is alike (cost centre, product, price,
 * tax, month) becomes one line. Advertising mail below its full-price quantity costs the surcharge for every piece of
 * that posting. Throws {@link NoPrice}.
 */
export function volumeLines(
  volumes: readonly OpenVolume[],
  products: ReadonlyMap<string, MailProduct>,
  language: Language,
): DraftLine[] {
  const lines = new Map<string, Counted>();
  for (const counted of volumes.flatMap((volume) => countedLines(volume, products, language))) {
    const { costCentre, code, unitPrice, vat, from } = counted;
    const key = JSON.stringify([costCentre, code, unitPrice, vat.category, vat.rate, vat.reason, from]);
    const known = lines.get(key);
    lines.set(key, known ? { ...known, pieces: known.pieces + counted.pieces } : counted);
  }
  return [...lines.values()].map(({ pieces, ...line }) => ({ ...line, quantity: pieces }));
}

function countedLines(
  volume: OpenVolume,
  products: ReadonlyMap<string, MailProduct>,
  language: Language,
): Counted[] {
  const product = products.get(volume.productCode);
  const { fullPricePieces, surchargeCode } = product ?? {};
  const costsMore = surchargeCode && volume.pieces < (fullPricePieces ?? 0);
  return [volume.productCode, ...(costsMore ? [surchargeCode] : [])].map((code) => {
    const priced = products.get(code);
    const price = priced && mailPriceOn(priced, volume.date);
    if (!price) throw new NoPrice(code);
    const { vat } = price;
    const first = volume.date.with({ day: 1 });
    return {
      code,
      name: priced.name[language],
      costCentre: volume.costCentre,
      reference: '',
      order: '',
      pieces: volume.pieces,
      unit: UNIT[language],
      unitPrice: price.unitPrice,
      vat: { category: vat.category, rate: vat.rate, reason: vat.exemptionReason?.[language] ?? '' },
      from: first.toString(),
      to: first.add({ months: 1 }).subtract({ days: 1 }).toString(),
    };
  });
}
