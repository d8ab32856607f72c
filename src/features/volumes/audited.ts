import type { Volume } from '../../domain/volumes/index.ts';
import type { StoredVolume } from './queries.ts';

/** A volume as the audit log keeps it. */
export const auditedVolume = ({
  date,
  productCode,
  costCentreId,
  pieces,
  weightGrams,
}: Omit<Volume, 'customerId'>) => ({
  date: date.toString(),
  product: productCode,
  costCentre: costCentreId ?? null,
  pieces,
  weightGrams,
});

/** The same of one that is stored. */
export const auditedRow = (row: StoredVolume) =>
  auditedVolume({
    date: row.service_date,
    productCode: row.product_code,
    costCentreId: row.cost_centre_id ?? undefined,
    pieces: row.pieces,
    weightGrams: row.weight_grams,
  });
