import { knownRights, type Right } from '../../src/domain/rights.ts';
import type { CustomerCtx } from '../../src/platform/context.ts';
import type { Database } from '../../src/platform/db/database.ts';
import { query } from '../../src/platform/db/database.ts';
import type { Jobs } from '../../src/platform/jobs/jobs.ts';
import { MONDAY, TIME_ZONE } from './clock.ts';
import type { TestDatabase } from './database.ts';

/** Lets one more person act for a sample firm, with the password of all sample logins. */
export async function addPerson(
  { owner }: TestDatabase,
  person: {
    email: string;
    customer?: string;
    name?: string;
    language?: 'de' | 'en';
    isAdmin?: boolean;
    rights?: readonly Right[];
    isActive?: boolean;
  },
): Promise<number> {
  const { email, name = 'Kim Neu', language = 'de', isAdmin = false, rights = [], isActive = true } = person;
  const [known] = await owner.all(
    query
      .selectFrom('person')
      .select('id')
      .where((eb) => eb.fn<string>('lower', ['email']), '=', email.toLowerCase()),
  );
  const id = known?.id ?? (await insertPerson({ owner }, { email, name, language }));
  await owner.sql(
    `insert into membership (customer_id, person_id, is_admin, rights, is_active)
     select id, $2, $3, $4, $5 from customer where number = $1`,
    [person.customer ?? 'D100001', id, isAdmin, [...rights], isActive],
  );
  return id;
}

async function insertPerson(
  { owner }: Pick<TestDatabase, 'owner'>,
  { email, name, language }: { email: string; name: string; language: string },
): Promise<number> {
  const [row] = await owner.sql<{ id: number }>(
    `insert into person (email, name, language, password_hash, created_at)
     select $1, $2, $3, password_hash, $4 from person where email = 'admin@d100001.example' returning id`,
    [email, name, language, MONDAY],
  );
  if (!row) throw new Error(`${email} was not written`);
  return row.id;
}

/** The id behind an e-mail. */
export async function personIdFor({ owner }: TestDatabase, email: string): Promise<number> {
  const [row] = await owner.all(query.selectFrom('person').select('id').where('email', '=', email));
  if (!row) throw new Error(`Nobody has the e-mail ${email}`);
  return row.id;
}

/** The context of somebody who signed in this moment: their identity counts as proved. */
export async function confirmedCtx(
  database: TestDatabase,
  jobs: Jobs,
  who: { email: string; customer?: string; now?: Temporal.Instant },
): Promise<CustomerCtx> {
  const { email, customer: number = 'D100001', now = MONDAY } = who;
  const [row] = await database.owner.all(
    query
      .selectFrom('membership as m')
      .innerJoin('person as p', 'p.id', 'm.person_id')
      .innerJoin('customer as c', 'c.id', 'm.customer_id')
      .select([
        'p.id',
        'p.name',
        'p.language',
        'm.is_admin',
        'm.rights',
        'c.id as customerId',
        'c.name as firm',
      ])
      .where('p.email', '=', email)
      .where('c.number', '=', number),
  );
  if (!row) throw new Error(`${email} does not act for ${number}`);
  return {
    db: database.app,
    jobs,
    now,
    confirmedAt: now,
    timeZone: TIME_ZONE,
    requestId: 'test',
    language: row.language,
    actor: { kind: 'person', personId: row.id, name: row.name, email },
    customer: { id: row.customerId, number, name: row.firm },
    grants: { isAdmin: row.is_admin, rights: knownRights(row.rights) },
  };
}

/** What the audit log says last about an action. */
export async function lastAudit({ owner }: TestDatabase, action: string) {
  const [row] = await owner.all(
    query.selectFrom('audit_entry').selectAll().where('action', '=', action).orderBy('id', 'desc').limit(1),
  );
  return row;
}

/** Deactivates somebody everywhere, and makes a colleague administrator in their place: no firm may be without. */
export async function deactivate(owner: Pick<Database, 'sql'>, email: string): Promise<void> {
  await owner.sql(
    `with gone as (
       select m.customer_id, m.person_id from membership m join person p on p.id = m.person_id where p.email = $1
     )
     update membership m set is_active = m.person_id <> gone.person_id, is_admin = m.person_id <> gone.person_id
     from gone where m.customer_id = gone.customer_id`,
    [email],
  );
}
