import type { Transaction } from '../../platform/db/database.ts';
import type { Answers } from '../../platform/db/json.ts';
import { type FoundOrder, presentState } from '../orders/index.ts';
import { presentFields } from './form.ts';
import { type DropOffKind, kindOfService } from './kinds.ts';
import { type Announced, findAnnounced } from './queries.ts';

/** That it is sealed and all the same is agreed anew each time, and so is the window. */
const ASKED_ANEW = ['version', 'slot', 'isUniform'];

/** The answers of the form that would announce the same again, all but its window. */
export function dropOffAnswers(
  { order, lines }: FoundOrder,
  kind: DropOffKind,
  announced: Announced,
): Answers {
  const fields = presentFields(presentState(order, lines), announced, order.version);
  const answers = [...fields].map(([name, values]) => [name, values[0] ?? ''] as const);
  return [['kind', kind] as const, ...answers].filter(
    ([name, value]) => value !== '' && !ASKED_ANEW.includes(name),
  );
}

/** The answers that would announce the drop-off of an order; undefined for an order that is none. */
export async function dropOffAnswersOf(tx: Transaction, found: FoundOrder): Promise<Answers | undefined> {
  const kind = kindOfService(found.order.service_code);
  const announced = kind && (await findAnnounced(tx, found.order.id));
  return kind && announced && dropOffAnswers(found, kind, announced);
}
