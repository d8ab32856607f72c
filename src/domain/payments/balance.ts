import type { DocumentState } from '../documents/index.ts';
import type { IsoDate } from '../invoicing/index.ts';
import { type Cents, exactSum } from '../money.ts';

/** Everything that has happened to an invoice since it was issued. Amounts are positive. */
export interface InvoiceAccount {
  readonly gross: Cents;
  /** By corrections and a cancellation. */
  readonly takenBack: Cents;
  readonly isCancelled: boolean;
  /** Transfers that came in, less what was paid back. */
  readonly received: Cents;
  /** The day of the last transfer; null: there was none. */
  readonly receivedOn: IsoDate | null;
  /** The direct debits that banks were asked for, the newest last. */
  readonly debits: readonly {
    readonly amount: Cents;
    readonly dueOn: IsoDate;
    /** The day on which the bank gave it back; null: it did not. */
    readonly returnedOn: IsoDate | null;
  }[];
}

/** What is still owed; negative: what the firm has to get. A debit counts as paid unless it was returned. */
export function balanceOf(account: InvoiceAccount): Cents {
  const debited = account.debits.filter(({ returnedOn }) => returnedOn === null);
  return exactSum([
    account.gross,
    -account.takenBack,
    -account.received,
    ...debited.map(({ amount }) => -amount),
  ]);
}

/** What the document of the invoice says became of it, and since or for which day. */
export function documentStateOf(account: InvoiceAccount): {
  readonly is: DocumentState;
  readonly on?: IsoDate;
} {
  if (account.isCancelled) return { is: 'cancelled' };
  const last = account.debits.at(-1);
  if (last && last.returnedOn === null) return { is: 'debited', on: last.dueOn };
  if (balanceOf(account) <= 0) {
    if (account.received <= 0) return { is: 'corrected' };
    return account.receivedOn === null ? { is: 'paid' } : { is: 'paid', on: account.receivedOn };
  }
  if (last?.returnedOn) return { is: 'returned', on: last.returnedOn };
  return { is: account.takenBack > 0 ? 'corrected' : 'open' };
}

/** What takes an invoice back is settled as soon as nobody owes the firm anything by that invoice. */
export const reversalStateOf = (account: InvoiceAccount): { readonly is: DocumentState } => ({
  is: balanceOf(account) < 0 ? 'open' : 'paid',
});
