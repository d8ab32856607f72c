import type { DraftLine } from '../../../domain/invoicing/index.ts';
import type { Transaction } from '../../../platform/db/database.ts';
import type { Language } from '../../../platform/i18n/index.ts';
import type { MailProduct } from '../../catalogue/index.ts';
import { lockUnbilledVolumes } from '../../volumes/index.ts';
import type { Charges } from './charge.ts';
import { orderCharges } from './order-charges.ts';
import { costCentreLabels, openOrderLines } from './queries.ts';
import { volumeLines } from './volume-charges.ts';

/**
 * Everything that the firm can be charged for up to a day and that no invoice holds yet. Counts of mail stay locked
 * until the transaction ends. Throws `NoPrice` for mail without a price on its day.
 */
export async function collectCharges(
  tx: Transaction,
  upTo: Temporal.PlainDate,
  language: Language,
  products: ReadonlyMap<string, MailProduct>,
): Promise<Charges> {
  const orders = orderCharges(await openOrderLines(tx, upTo), language);
  const volumes = await lockUnbilledVolumes(tx, upTo);
  const labels = volumes.length > 0 ? await costCentreLabels(tx) : new Map<number, string>();
  const counted = volumeLines(
    volumes.map((volume) => ({
      id: volume.id,
      date: volume.service_date,
      productCode: volume.product_code,
      pieces: volume.pieces,
      costCentre: labels.get(volume.cost_centre_id ?? 0) ?? '',
    })),
    products,
    language,
  );
  return {
    items: [
      ...orders.map(({ sourceId }) => ({ source: 'order' as const, sourceId })),
      ...volumes.map(({ id }) => ({ source: 'mail-volume' as const, sourceId: id })),
    ],
    lines: [...counted, ...orders.flatMap(({ lines }) => lines)].sort(inOrder),
  };
}

/** Without a cost centre comes last; the sort is stable, so what is alike stays in the order in which it was read. */
function inOrder(a: DraftLine, b: DraftLine): number {
  if (a.costCentre !== b.costCentre) {
    if (a.costCentre === '') return 1;
    if (b.costCentre === '') return -1;
    return a.costCentre < b.costCentre ? -1 : 1;
  }
  if ((a.order === '') !== (b.order === '')) return a.order === '' ? -1 : 1;
  return a.from < b.from ? -1 : Number(a.from > b.from);
}
