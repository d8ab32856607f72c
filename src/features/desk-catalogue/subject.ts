import type { FieldProblem } from '../../domain/refusal.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { Text } from '../../platform/i18n/index.ts';
import type { FieldSpec, Values } from './fields.ts';

/** A thing of the catalogue as it is on a day. */
export interface Found {
  readonly name: Text;
  readonly values: Values;
}

/** A kind of thing that the desk changes: prices, deadlines, closed days. Form, check, verb and history are made from it. */
export interface Subject {
  /** In addresses, in the log and in the table of changes. */
  readonly key: string;
  readonly title: Text;
  /** A sentence on what a change does, and what not. */
  readonly lead: Text;
  /**
   * `dated` things stand in the catalogue with their own date and are written at once; what is `planned` has no date of
   * its own and is written when the day has come.
   */
  readonly effect: 'dated' | 'planned';
  /** The thing is a day itself: a change holds on that day alone. */
  readonly isDay?: true;
  readonly fields: readonly FieldSpec[];
  /** Rules over several fields. */
  readonly check?: (values: Values, code: string) => FieldProblem | undefined;
  /** The same, for what only the rest of the catalogue can tell. */
  readonly checkInside?: (tx: Transaction, code: string, values: Values) => Promise<FieldProblem | undefined>;
  /** What holds on this day; undefined when there is no such thing. */
  readonly find: (tx: Transaction, code: string, on: Temporal.PlainDate) => Promise<Found | undefined>;
  /** How many booked orders the change to these values concerns; their promise stays as it is. */
  readonly affected: (
    tx: Transaction,
    code: string,
    from: Temporal.PlainDate,
    values: Values,
  ) => Promise<number>;
  readonly write: (tx: Transaction, code: string, values: Values, from: Temporal.PlainDate) => Promise<void>;
  /** Takes the dated entry of this day away, so that what held before it holds on. */
  readonly remove?: (tx: Transaction, code: string, from: Temporal.PlainDate) => Promise<void>;
}
