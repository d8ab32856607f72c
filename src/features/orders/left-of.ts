import { todayOf } from '../../domain/calendar/index.ts';
import type { CustomerCtx } from '../../platform/context.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { Answers } from '../../platform/db/json.ts';
import { productCodeOf } from './order-again.ts';
import { type StillNamed, stillNamed } from './queries.ts';

/** What of kept answers can still be given. */
export interface LeftAnswers {
  readonly answers: Answers;
  /** Something was left out. */
  readonly isCut: boolean;
  /** All goods or mailings that it was about are gone. */
  readonly isEmptied: boolean;
}

const MAILING = /^items\.([A-Z0-9_]{1,40})\.(?:pieces|grams)$/;

/** The mail product of which a field says how much is brought; undefined for every other field. */
export const mailProductOf = (field: string): string | undefined => MAILING.exec(field)?.[1];

/** Leaves out of kept answers what names something that the firm or the carrier no longer has. */
export function leftOf(answers: Answers, there: StillNamed): LeftAnswers {
  const left = answers.filter((answer) => isThere(answer, there));
  const hasItems = (some: Answers) => some.some(([name]) => productCodeOf(name) ?? mailProductOf(name));
  return {
    answers: left,
    isCut: left.length < answers.length,
    isEmptied: hasItems(answers) && !hasItems(left),
  };
}

function isThere([name, value]: Answers[number], there: StillNamed): boolean {
  const product = productCodeOf(name);
  if (product) return there.products.includes(product);
  const mailing = mailProductOf(name);
  if (mailing) return there.mailProducts.includes(mailing);
  if (/(^|\.)addressId$/.test(name)) return there.addresses.includes(Number(value));
  if (name === 'costCentreId') return there.costCentres.includes(Number(value));
  if (name === 'site') return there.sites.includes(value);
  if (name === 'vehicle') return there.vehicles.includes(value);
  return true;
}

/** The address of a form with answers filled in. */
export const filledIn = (path: string, answers: Answers): string =>
  `${path}?${new URLSearchParams(answers.map(([name, value]) => [name, value]))}`;

/** Says to a form that some of its answers were left out. */
export const CUT_FIELD = 'gekuerzt';

/** The form with the answers of an earlier order, as far as what they name is still there; it says what was left out. */
export async function refilled(
  tx: Transaction,
  ctx: CustomerCtx,
  path: string,
  answers: Answers,
): Promise<string> {
  const today = todayOf(ctx);
  const left = leftOf(answers, await stillNamed(tx, today));
  return filledIn(path, left.isCut ? [...left.answers, [CUT_FIELD, '1']] : left.answers);
}
