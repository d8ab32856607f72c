import { query, type Transaction } from '../../../platform/db/database.ts';
import type { Preferences } from './schemas.ts';

/** What a person has chosen; version 0: nothing yet, so they get every letter. */
export interface StoredPreferences {
  readonly version: number;
  readonly values: Preferences;
}

/** Undefined for somebody who does not belong to the firm. */
export async function findPreferences(
  tx: Transaction,
  personId: number,
): Promise<StoredPreferences | undefined> {
  const row = await tx.first(
    query
      .selectFrom('person as p')
      .leftJoin('notification_preference as n', 'n.person_id', 'p.id')
      .select([
        'p.language',
        'n.version',
        'n.order_confirmations as orderConfirmations',
        'n.status_changes as statusChanges',
        'n.deadline_reminders as deadlineReminders',
        'n.new_documents as newDocuments',
        'n.completions',
        'n.steps',
      ])
      .where('p.id', '=', personId),
  );
  if (!row) return undefined;
  return {
    version: row.version ?? 0,
    values: {
      language: row.language,
      orderConfirmations: row.orderConfirmations ?? true,
      statusChanges: row.statusChanges ?? true,
      deadlineReminders: row.deadlineReminders ?? true,
      newDocuments: row.newDocuments ?? true,
      completions: row.completions ?? false,
      steps: row.steps ?? false,
    },
  };
}

/** Writes the choices over the version that they were made on; false when that is not the stored one any more. */
export async function savePreferences(
  tx: Transaction,
  personId: number,
  version: number,
  values: Preferences,
): Promise<boolean> {
  const chosen = {
    order_confirmations: values.orderConfirmations,
    status_changes: values.statusChanges,
    deadline_reminders: values.deadlineReminders,
    new_documents: values.newDocuments,
    completions: values.completions,
    steps: values.steps,
  };
  const saved =
    version === 0
      ? query
          .insertInto('notification_preference')
          .values({ person_id: personId, ...chosen })
          .onConflict((conflict) => conflict.column('person_id').doNothing())
          .returning('version')
      : query
          .updateTable('notification_preference')
          .set({ ...chosen, version: version + 1 })
          .where('person_id', '=', personId)
          .where('version', '=', version)
          .returning('version');
  return (await tx.all(saved)).length > 0;
}
