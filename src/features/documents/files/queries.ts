import type { DocumentRole } from '../../../domain/documents/index.ts';
import { query, type Transaction } from '../../../platform/db/database.ts';

/** A file with its bytes. */
export async function findFile(tx: Transaction, number: string, role: DocumentRole) {
  return tx.first(
    query
      .selectFrom('document as d')
      .innerJoin('document_file as f', 'f.document_id', 'd.id')
      .select(['d.id as documentId', 'd.kind', 'f.role', 'f.name', 'f.media_type as mediaType', 'f.bytes'])
      .where('d.number', '=', number)
      .where('f.role', '=', role),
  );
}
export type FoundFile = NonNullable<Awaited<ReturnType<typeof findFile>>>;

/** The files of these documents in the order of the numbers, without their bytes. */
export async function filesOf(tx: Transaction, numbers: readonly string[]) {
  return tx.all(
    query
      .selectFrom('document as d')
      .innerJoin('document_file as f', 'f.document_id', 'd.id')
      .select(['d.number', 'd.created_at as createdAt', 'f.role', 'f.name', 'f.size'])
      .where('d.number', 'in', [...numbers])
      .orderBy('d.document_date', 'desc')
      .orderBy('d.id', 'desc')
      .orderBy('f.role'),
  );
}
export type ListedFile = Awaited<ReturnType<typeof filesOf>>[number];
