import type { Distance, PricePart } from '../../domain/courier/index.ts';
import { lineNet } from '../../domain/money.ts';
import { refuse } from '../../domain/refusal.ts';
import type { Bilingual } from '../../platform/db/json.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { CourierTerms, Vehicle } from './queries.ts';
import { words } from './words.ts';

/**
 * The parts of a price as lines of an order: each is a product of the catalogue, which says its name and tax. Refuses
 * with `slot-not-offered` while the catalogue lacks one.
 */
export function linesOf(
  parts: readonly PricePart[],
  vehicle: Vehicle,
  terms: CourierTerms,
  { products }: Pick<Catalogue, 'products'>,
) {
  return parts.map(({ part, quantity, unitPrice }) => {
    const distance = /^way-(.+)$/.exec(part)?.[1] as Distance | undefined;
    const code = distance ? terms.wayProduct : productOf(part, vehicle, terms);
    const product = products.get(code) ?? refuse({ code: 'slot-not-offered' });
    return {
      productCode: code,
      name: distance ? wayName(product.name, distance) : product.name,
      unit: product.unit,
      quantity,
      unitPrice,
      vatRate: product.vatRate,
      net: lineNet(unitPrice, quantity),
    };
  });
}

const productOf = (part: PricePart['part'], vehicle: Vehicle, terms: CourierTerms): string => {
  if (part === 'stop') return terms.stopProduct;
  if (part === 'wait') return terms.waitProduct;
  if (part === 'narrow-window') return terms.narrowWindowProduct;
  return part === 'direct' ? terms.directProduct : vehicle.productCode;
};

const wayName = (name: Bilingual, distance: Distance): Bilingual => ({
  de: `${name.de}: ${words.de.distances[distance]}`,
  en: `${name.en}: ${words.en.distances[distance]}`,
});
