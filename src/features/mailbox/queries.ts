import { type Database, query } from '../../platform/db/database.ts';

/** The latest letters, newest first. */
export async function latestMails(db: Database, limit: number) {
  return db.all(
    query
      .selectFrom('mail')
      .select(['id', 'recipient', 'subject', 'created_at as createdAt'])
      .orderBy('id', 'desc')
      .limit(limit),
  );
}

export async function findMail(db: Database, id: number) {
  const [mail] = await db.all(query.selectFrom('mail').selectAll().where('id', '=', id));
  return mail;
}
