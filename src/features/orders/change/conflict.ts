import type { Refusal } from '../../../domain/refusal.ts';
import type { Frame } from '../../../ui/index.ts';
import { type FormFields, refusalOf } from '../../../web/index.ts';
import type { FoundOrder } from '../queries.ts';
import { whoDid } from '../view.ts';
import { type Difference, differences } from './differences.ts';
import { forVersion } from './form.ts';
import type { ChangeQuote } from './quote-change.ts';
import { words } from './words.ts';

type BeforeAndAfter = Pick<ChangeQuote, 'before' | 'after'>;

/** Two people changed the order at once: what is saved now and what the second one entered, side by side. */
export interface ConflictView {
  readonly text: string;
  /** Empty where the entries cannot be read as an order; the form says what is wrong with them. */
  readonly rows: readonly Difference[];
  /** Both entered the same. */
  readonly isSame: boolean;
}

/** How the form of a change goes on after something was refused. */
export interface FormAgain {
  readonly fields: FormFields;
  /** What is wrong with the answers, as far as the form says it. */
  readonly wrong: Refusal | undefined;
  /** Somebody else was faster. */
  readonly conflict: ConflictView | undefined;
}

/**
 * The form of a change after a refusal, or without one as it is. After a conflict it goes on from the newest version
 * with the same answers, beside what is saved now.
 * @param form.quote what answers come to as a change of what is saved now; it may refuse
 */
export async function goOn(form: {
  readonly frame: Frame;
  readonly found: FoundOrder;
  readonly fields: FormFields;
  readonly refusal: Refusal | undefined;
  readonly quote: (fields: FormFields) => Promise<BeforeAndAfter>;
}): Promise<FormAgain> {
  const { frame, found, refusal, quote } = form;
  if (refusal?.code !== 'stale') return { fields: form.fields, wrong: refusal, conflict: undefined };
  const fields = forVersion(form.fields, found.order.version);
  const again = await refusalOf(() => quote(fields));
  return 'done' in again
    ? { fields, wrong: undefined, conflict: conflictView(found, again.done, frame) }
    : { fields, wrong: again.refusal, conflict: conflictView(found, undefined, frame) };
}

/** @param quote the entries as a change of what is saved now; undefined: they cannot be had */
function conflictView(
  { order, events }: FoundOrder,
  quote: BeforeAndAfter | undefined,
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
