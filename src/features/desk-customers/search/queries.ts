import type { Transaction } from '../../../platform/db/database.ts';
import type { Search } from './search-words.ts';

/** A firm as the list of the desk shows it. */
export interface ListedFirm extends Record<string, unknown> {
  readonly id: number;
  readonly number: string;
  readonly name: string;
  /** By which the list is sorted. */
  readonly key: string;
  readonly city: string | null;
  readonly mainContact: string | null;
  readonly users: number;
}

/** Where a page goes on: after this firm, by name and id. */
export interface FirmPlace {
  readonly key: string;
  readonly id: number;
}

/**
 * The firms that fit, by name, one more than `limit` if there are more. Whatever the search, it begins with an index:
 * of the name, of numbers, or of the letters in threes of everything that people remember.
 */
export async function searchFirms(
  tx: Transaction,
  search: Search,
  after: FirmPlace | undefined,
  limit: number,
): Promise<ListedFirm[]> {
  const values: unknown[] = [];
  const value = (one: unknown) => `$${values.push(one)}`;
  const conditions = [conditionOf(search, value)];
  if (after)
    conditions.push(`(lower(c.name), c.id) > (${value(after.key)}::text, ${value(after.id)}::bigint)`);
  const where = conditions.filter(Boolean).join(' and ');
  return tx.sql<ListedFirm>(
    `with page as materialized (
       select c.id, c.number, c.name, lower(c.name) as key from customer c ${where && `where ${where}`}
       order by lower(c.name), c.id limit ${value(limit + 1)}
     )
     select p.*, a.city, k.email as "mainContact", coalesce(k.users, 0)::int as users
     from page p
     left join address a on a.customer_id = p.id and a.is_default_billing
     left join lateral (
       select count(*) filter (where m.is_active) as users, max(q.email) filter (where m.is_main_contact) as email
       from membership m join person q on q.id = m.person_id where m.customer_id = p.id
     ) k on true
     order by p.key, p.id`,
    values,
  );
}

function conditionOf(search: Search, value: (one: unknown) => string): string {
  switch (search.kind) {
    case 'all':
      return '';
    case 'customer-number':
      return `c.number ~>=~ ${value(search.prefix)} and c.number ~<~ ${value(`${search.prefix}\u{10ffff}`)}`;
    case 'order-number':
      return `c.id in (select customer_id from service_order where number = ${value(search.number)})`;
    case 'inquiry-number':
      return `c.id in (select customer_id from inquiry where number = ${value(search.number)})`;
    case 'words': {
      const each = search.words.map((word) => `c.id in (${holdingWord(value(anywhere(word)))})`);
      const whole = value(search.whole);
      const byReference = `c.id in (select customer_id from service_order
        where reference_key ~>=~ ${whole} and reference_key ~<~ (${whole} || ${value('\u{10ffff}')}) and reference_key <> '')`;
      return `(${each.join(' and ')} or ${byReference})`;
    }
  }
}

const anywhere = (word: string) => `%${word.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

/** The firms of which something holds the word; `union` lets each part use its own index. */
const holdingWord = (word: string) => `
  select id from customer where lower(name) like ${word}
  union select customer_id from address
    where lower(recipient || ' ' || street || ' ' || postcode || ' ' || city) like ${word} and archived_at is null
  union select m.customer_id from person p join membership m on m.person_id = p.id
    where lower(p.name || ' ' || p.email) like ${word}
  union select customer_id from customer_contact where email like ${word}
  union select customer_id from contact_person where lower(name || ' ' || email) like ${word}`;
