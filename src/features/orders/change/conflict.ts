import type { Frame } from '../../../ui/index.ts';
import type { FoundOrder } from '../queries.ts';
import { whoDid } from '../view.ts';
import { type Difference, differences } from './differences.ts';
import type { ChangeQuote } from './quote-change.ts';
import { words } from './words.ts';

/** Two people changed the order at once: what is saved now and what the second one entered, side by side. */
export interface ConflictView {
  readonly text: string;
  /** Empty where the entries cannot be read as an order; the form says what is wrong with them. */
  readonly rows: readonly Difference[];
  /** Both entered the same. */
  readonly isSame: boolean;
}

/** @param quote the entries as a change of what is saved now; undefined: they cannot be had */
export function conflictView(
  { order, events }: FoundOrder,
  quote: Pick<ChangeQuote, 'before' | 'after'> | undefined,
  frame: Frame,
): ConflictView {
  const last = events.findLast(({ kind }) => kind === 'changed') ?? events.at(-1);
  const rows = quote ? differences(quote.before, quote.after, frame.formats) : [];
  return {
    text: words[frame.language].conflict.text({
      who: last ? whoDid(last, order.placed_by === null, frame) : '',
      at: last ? frame.formats.dateTime(last.at) : '',
    }),
    rows,
    isSame: quote !== undefined && rows.length === 0,
  };
}
