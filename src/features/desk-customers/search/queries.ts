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
  const found = foundBy(search, value);
  const later = after && `(lower(c.name), c.id) > (${value(after.key)}::text, ${value(after.id)}::bigint)`;
  const where = [found && 'c.id = f.id', later].filter(Boolean).join(' and ');
  return tx.sql<ListedFirm>(
    `with ${found ? `found (id) as materialized (${found}), ` : ''}page as materialized (
       select c.id, c.number, c.name, lower(c.name) as key from customer c ${found ? ', found f' : ''}
       ${where && `where ${where}`}
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

/** A statement that gives the ids of the firms that fit, each once; empty where every firm does. */
function foundBy(search: Search, value: (one: unknown) => string): string {
  switch (search.kind) {
    case 'all':
      return '';
    case 'customer-number':
      return `select id from customer
        where number ~>=~ ${value(search.prefix)} and number ~<~ ${value(`${search.prefix}${LAST}`)}`;
    case 'order-number':
      return `select customer_id from service_order where number = ${value(search.number)}`;
    case 'inquiry-number':
      return `select customer_id from inquiry where number = ${value(search.number)} and customer_id is not null`;
    case 'words': {
      const each = search.words.map((word) => `(${holdingWord(value(anywhere(word)))})`);
      const whole = value(search.whole);
      return `(${each.join(' intersect ')}) union select customer_id from service_order
        where reference_key ~>=~ ${whole} and reference_key ~<~ (${whole} || ${value(LAST)}) and reference_key <> ''`;
    }
  }
}

/** Sorts after every other letter. */
const LAST = '\u{10ffff}';

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
