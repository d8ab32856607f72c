import { randomUUID } from 'node:crypto';
import type { TestDatabase } from '../../../../test/support/database.ts';
import { query } from '../../../platform/db/database.ts';

/** What the form of a new address sends. */
export const addressInput = (changes: Record<string, unknown> = {}) => ({
  key: randomUUID(),
  label: 'Lager',
  recipient: 'Kanzlei am Laternenplatz',
  street: 'Speicherweg 3',
  postcode: '10997',
  city: 'Berlin',
  isDelivery: 'on',
  contactName: '',
  contactPhone: '',
  driverHint: '',
  ...changes,
});

/** What the log says about one thing (`address/12`), the oldest first. */
export async function auditAbout({ owner }: TestDatabase, object: string) {
  const rows = await owner.all(
    query.selectFrom('audit_entry').selectAll().where('object', '=', object).orderBy('id'),
  );
  return rows.map(({ action, before, after, person_id, actor_kind }) => ({
    action,
    before,
    after,
    person_id,
    actor_kind,
  }));
}

/** Text that people should be able to type, and text that nobody should send. */
export const HOSTILE = [
  "'; drop table address; --",
  '<script>alert(1)</script>',
  '\u202egnp.exe',
  'a\u0000b',
  '👩‍👩‍👧‍👦 ❤️',
  '\ud800',
  'x'.repeat(10_000),
  '-1',
  '99999999999999999999',
  '2026-02-30',
  '\r\nset-cookie: a=b',
  '{{7*7}} %s %n <!-- -->',
  '../../etc/passwd',
] as const;
