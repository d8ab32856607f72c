import type { FieldProblem } from '../refusal.ts';

/** What is counted at the depot and billed by the piece, as far as announcing it goes. */
export interface AnnouncedItem {
  readonly productCode: string;
  readonly pieces: number;
  /** Of one piece. */
  readonly grams: number;
}

/** A mail product as far as it limits what may be announced. */
export interface MailLimits {
  /** Fewer of one mailing are not taken: 200 for advertising mail. */
  readonly minPieces: number;
  /** The heaviest piece; undefined: no limit of its own. */
  readonly maxGrams: number | undefined;
}

/** More than the biggest mailing of a year, and less than what would be a slip of the finger. */
export const MOST_PIECES = 1_000_000;
/** No letter weighs more. */
export const MOST_GRAMS = 2000;

/** What form and API call the pieces and the weight of a product. */
export const piecesField = (productCode: string) => `items.${productCode}.pieces`;
export const gramsField = (productCode: string) => `items.${productCode}.grams`;

/**
 * What is wrong with an announced mailing: pieces and weight of one product. Advertising mail has a least number of
 * pieces; a piece that is too heavy is another product.
 */
export function itemProblems(item: AnnouncedItem, limits: MailLimits): readonly FieldProblem[] {
  const most = Math.min(limits.maxGrams ?? MOST_GRAMS, MOST_GRAMS);
  return [
    ...outside(piecesField(item.productCode), item.pieces, limits.minPieces, MOST_PIECES),
    ...outside(gramsField(item.productCode), item.grams, 1, most),
  ];
}

function outside(field: string, value: number, least: number, most: number): readonly FieldProblem[] {
  if (!Number.isInteger(value)) return [{ field, problem: 'not-a-number' }];
  if (value < least) return [{ field, problem: 'too-small', limit: least }];
  return value > most ? [{ field, problem: 'too-large', limit: most }] : [];
}

/** All pieces together, in grams: what the depot has to lift. */
export const totalGrams = (items: readonly AnnouncedItem[]): number =>
  items.reduce((sum, { pieces, grams }) => sum + pieces * grams, 0);

/** In what the mail comes: so many of each. */
export const CONTAINER_KINDS = ['box', 'trolley', 'pallet'] as const;
export type ContainerKind = (typeof CONTAINER_KINDS)[number];
export type Containers = Readonly<Record<ContainerKind, number>>;
export const MOST_CONTAINERS = 500;
