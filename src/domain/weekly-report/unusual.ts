/** Something in a week that a reader should be told in a sentence. */
export type Finding =
  /** So many percent more or fewer pieces than in the week it is compared with. */
  | {
      readonly kind: 'pieces';
      readonly direction: 'more' | 'fewer';
      readonly than: 'previous' | 'lastYear';
      readonly percent: number;
    }
  | { readonly kind: 'missed-pickups'; readonly count: number }
  /** Nothing of a product that was sent in quantity the week before. */
  | { readonly kind: 'product-gone'; readonly productCode: string };

/** Pieces by product. */
export type Pieces = ReadonlyMap<string, number>;

export interface WeekFacts {
  readonly week: Pieces;
  readonly previous: Pieces;
  readonly lastYear: Pieces;
  readonly missedPickups: number;
}

/** A change is worth a word from here on, in percent ... */
const NOTABLE_PERCENT = 40;
/** ... and where the larger of both weeks has at least so many pieces: of three letters one more is no news. */
const NOTABLE_PIECES = 100;

/** What is unusual about a week, the weightiest first; empty for a week like any other. */
export function unusual({ week, previous, lastYear, missedPickups }: WeekFacts): Finding[] {
  const [now, before, yearBefore] = [total(week), total(previous), total(lastYear)];
  return [
    ...(missedPickups > 0 ? [{ kind: 'missed-pickups' as const, count: missedPickups }] : []),
    ...change(now, before, 'previous'),
    ...change(now, yearBefore, 'lastYear'),
    ...[...previous]
      .filter(([code, pieces]) => now > 0 && pieces >= NOTABLE_PIECES && !week.get(code))
      .map(([productCode]) => ({ kind: 'product-gone' as const, productCode })),
  ];
}

function change(now: number, before: number, than: 'previous' | 'lastYear'): Finding[] {
  // of nothing there is no percentage, and a first week is not unusual
  if (before === 0 || Math.max(now, before) < NOTABLE_PIECES) return [];
  const percent = Math.round((Math.abs(now - before) * 100) / before);
  if (percent < NOTABLE_PERCENT) return [];
  return [{ kind: 'pieces', direction: now > before ? 'more' : 'fewer', than, percent }];
}

export const total = (pieces: Pieces): number => [...pieces.values()].reduce((sum, one) => sum + one, 0);
