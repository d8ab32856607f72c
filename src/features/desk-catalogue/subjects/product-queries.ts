import type { Text } from '../../../platform/i18n/index.ts';
import type { Subject } from '../subject.ts';
import { affectedOfProduct } from './affected-queries.ts';
import { bilingualOf, valuesOf } from './fields.ts';

type Queries = Pick<Subject, 'find' | 'affected' | 'write'>;

export const productQueries: Queries = {
  async find(tx, code) {
    const [row] = await tx.sql<{
      name: Text;
      unit: Text;
      hint: Text | null;
      max_per_order: number;
      is_active: boolean;
    }>('select name, unit, hint, max_per_order, is_active from product where code = $1', [code]);
    if (!row) return undefined;
    return {
      name: row.name,
      values: {
        ...valuesOf('name', row.name),
        ...valuesOf('unit', row.unit),
        ...valuesOf('hint', row.hint),
        maxPerOrder: row.max_per_order,
        isActive: row.is_active,
      },
    };
  },
  affected: affectedOfProduct,
  async write(tx, code, values) {
    await tx.sql(
      `update product set name = $2::jsonb, unit = $3::jsonb, hint = $4::jsonb, max_per_order = $5, is_active = $6
       where code = $1`,
      [
        code,
        bilingualOf(values, 'name'),
        bilingualOf(values, 'unit'),
        bilingualOf(values, 'hint'),
        values.maxPerOrder,
        values.isActive,
      ],
    );
  },
};

export const mailProductQueries: Queries = {
  async find(tx, code) {
    const [row] = await tx.sql<{
      name: Text;
      limits: Text;
      max_grams: number | null;
      min_pieces: number;
      full_price_pieces: number | null;
      is_active: boolean;
    }>(
      `select name, limits, max_grams, min_pieces, full_price_pieces, is_active from mail_product where code = $1`,
      [code],
    );
    if (!row) return undefined;
    return {
      name: row.name,
      values: {
        ...valuesOf('name', row.name),
        ...valuesOf('limits', row.limits),
        maxGrams: row.max_grams,
        minPieces: row.min_pieces,
        fullPricePieces: row.full_price_pieces,
        isActive: row.is_active,
      },
    };
  },
  affected: affectedOfProduct,
  async write(tx, code, values) {
    // a product without a surcharge has no quantity from which there is none
    await tx.sql(
      `update mail_product set name = $2::jsonb, limits = $3::jsonb, max_grams = $4, min_pieces = $5,
         full_price_pieces = case when surcharge_code is null then null else $6::int end, is_active = $7
       where code = $1`,
      [
        code,
        bilingualOf(values, 'name'),
        bilingualOf(values, 'limits'),
        values.maxGrams,
        values.minPieces,
        values.fullPricePieces,
        values.isActive,
      ],
    );
  },
};
