import type { Language } from '../../../platform/i18n/index.ts';
import type { Charge } from './charge.ts';
import type { OpenOrderLine } from './queries.ts';
import { treatmentOf } from './vat.ts';
import { chargeWords } from './words.ts';

/** What orders are charged with: the prices that they were promised at. A trip in vain is charged and says so. */
export function orderCharges(rows: readonly OpenOrderLine[], language: Language): Charge[] {
  const orders = Map.groupBy(rows, ({ id }) => id);
  return [...orders].map(([sourceId, lines]) => ({
    source: 'order',
    sourceId,
    lines: lines.map((line) => ({
      code: line.code,
      name: nameOf(line, language),
      costCentre: line.costCentre,
      reference: line.reference,
      order: line.number,
      quantity: line.quantity,
      unit: line.unit[language],
      unitPrice: line.unitPrice,
      vat: treatmentOf(line.vatRate, '', language),
      from: line.serviceDate.toString(),
      to: line.serviceDate.toString(),
    })),
  }));
}

/** A trip in vain and a cancellation at a charge say so. */
function nameOf({ status, name }: OpenOrderLine, language: Language): string {
  const t = chargeWords[language];
  if (status === 'failed') return t.inVain({ name: name[language] });
  return status === 'cancelled' ? t.cancelled({ name: name[language] }) : name[language];
}
