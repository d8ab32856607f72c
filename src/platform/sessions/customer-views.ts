import type { Database } from '../db/database.ts';
import type { Language } from '../i18n/index.ts';
import { isToken, tokenHash } from './session-token.ts';

/** How long a clerk may look at a firm's pages before a reason is asked for again. */
export const VIEW_MINUTES = 30;

/** A clerk who looks at the pages of a firm as its administrator sees them. */
export interface CustomerView {
  readonly id: number;
  readonly customer: { readonly id: number; readonly number: string; readonly name: string };
  readonly staffId: number;
  readonly staffName: string;
  readonly language: Language;
  readonly reason: string;
  readonly endsAt: Temporal.Instant;
}

/** The view behind a token, unless it was ended, has run out, or the clerk has signed out. Counts a page. */
export async function customerViewOf(
  db: Database,
  token: string,
  now: Temporal.Instant,
): Promise<CustomerView | undefined> {
  if (!isToken(token)) return undefined;
  const [row] = await db.sql<{
    view_id: number;
    customer_id: number;
    customer_number: string;
    customer_name: string;
    staff_id: number;
    staff_name: string;
    language: Language;
    reason: string;
    ends_at: Temporal.Instant;
  }>('select * from customer_view_for_token($1, $2)', [tokenHash(token), now]);
  return (
    row && {
      id: row.view_id,
      customer: { id: row.customer_id, number: row.customer_number, name: row.customer_name },
      staffId: row.staff_id,
      staffName: row.staff_name,
      language: row.language,
      reason: row.reason,
      endsAt: row.ends_at,
    }
  );
}
