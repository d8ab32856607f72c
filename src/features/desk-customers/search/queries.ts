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
 * So many firms are looked at one after the other before everything is looked up that holds a word. A word that one firm in
 * six holds fills a page by then; what is rarer is found by its index, and has lost some milliseconds.
 */
const LOOKED_AT = 300;

/**
 * The firms that fit, by name, one more than `limit` if there are more. Words that nearly every firm holds (a town, a legal
 * form) are met by walking the names; whatever else is asked for begins with an index: of numbers, or of the letters in
 * threes of everything that people remember.
 */
export async function searchFirms(
  tx: Transaction,
  search: Search,
  after: FirmPlace | undefined,
  limit: number,
): Promise<ListedFirm[]> {
  if (search.kind === 'words') {
    const near = await tx.sql<ListedFirm>(...walked(search, after, limit));
    if (near.length > limit) return near;
  }
  return tx.sql<ListedFirm>(...lookedUp(search, after, limit));
}

type Statement = [text: string, values: unknown[]];

/** The firms among the next {@link LOOKED_AT} by name that fit. */
function walked(
  search: Extract<Search, { kind: 'words' }>,
  after: FirmPlace | undefined,
  limit: number,
): Statement {
  const { values, value } = parameters();
  const each = search.words.map((word) => `(${holdsWord(value(anywhere(word)))})`);
  const text = `with referred (id) as materialized (${referred(value(search.whole), value(LAST))}),
    near as materialized (
      select c.id, c.number, c.name, lower(c.name) as key from customer c ${laterThan(after, value)}
      order by lower(c.name), c.id limit ${value(LOOKED_AT)}
    ),
    page as materialized (
      select c.* from near c where ${each.join(' and ')} or c.id in (select id from referred)
      order by c.key, c.id limit ${value(limit + 1)}
    )
    ${LISTED}`;
  return [text, values];
}

/** The firms that fit, whatever their names begin with. */
function lookedUp(search: Search, after: FirmPlace | undefined, limit: number): Statement {
  const { values, value } = parameters();
  const found = foundBy(search, value);
  const text = `with ${found ? `found (id) as materialized (${found}), ` : ''}page as materialized (
      select c.id, c.number, c.name, lower(c.name) as key
      from customer c ${found ? 'join found f on f.id = c.id' : ''} ${laterThan(after, value)}
      order by lower(c.name), c.id limit ${value(limit + 1)}
    )
    ${LISTED}`;
  return [text, values];
}

/** Values of a statement, each with the place that it has in it. */
function parameters() {
  const values: unknown[] = [];
  return { values, value: (one: unknown) => `$${values.push(one)}` };
}

const laterThan = (after: FirmPlace | undefined, value: (one: unknown) => string) =>
  after ? `where (lower(c.name), c.id) > (${value(after.key)}::text, ${value(after.id)}::bigint)` : '';

/** What the list says about the firms of a page. */
const LISTED = `
  select p.*, a.city, k.email as "mainContact", coalesce(k.users, 0)::int as users
  from page p
  left join address a on a.customer_id = p.id and a.is_default_billing
  left join lateral (
    select count(*) filter (where m.is_active) as users, max(q.email) filter (where m.is_main_contact) as email
    from membership m join person q on q.id = m.person_id where m.customer_id = p.id
  ) k on true
  order by p.key, p.id`;

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
      return `(${each.join(' intersect ')}) union ${referred(value(search.whole), value(LAST))}`;
    }
  }
}

/** The firms with an order whose reference begins like that. */
const referred = (whole: string, last: string) => `select customer_id from service_order
  where reference_key ~>=~ ${whole} and reference_key ~<~ (${whole} || ${last}) and reference_key <> ''`;

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

/**
 * Whether something of the firm `c` holds the word. Written as values with a limit, which PostgreSQL looks up firm by firm;
 * it would read all of a table for an `exists` among others.
 */
const holdsWord = (word: string) => `
  lower(c.name) like ${word}
  or (select true from address a where a.customer_id = c.id and a.archived_at is null
    and lower(a.recipient || ' ' || a.street || ' ' || a.postcode || ' ' || a.city) like ${word} limit 1)
  or (select true from membership m join person p on p.id = m.person_id where m.customer_id = c.id
    and lower(p.name || ' ' || p.email) like ${word} limit 1)
  or (select true from customer_contact k where k.customer_id = c.id and k.email like ${word} limit 1)
  or (select true from contact_person k where k.customer_id = c.id
    and lower(k.name || ' ' || k.email) like ${word} limit 1)`;
