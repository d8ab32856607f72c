import { type FieldProblem, Refused } from '../../../domain/refusal.ts';
import type { Ctx } from '../../../platform/context.ts';
import { type ImportOutcome, importDocument } from './import-document.ts';
import { type FactsByFile, type FoundPdf, findPdfs, readIncoming, readTables } from './read-folder.ts';

/** What came of one PDF of a folder. */
export type FileReport = {
  readonly file: string;
  /** It and the files beside it that speak of it alone. */
  readonly files: readonly string[];
} & (ImportOutcome | { readonly outcome: 'refused'; readonly problems: readonly FieldProblem[] });

/**
 * Imports every document of a folder, or a single one. Each is a transaction of its own: what cannot be taken is named,
 * the others are there, and a second run takes only what is missing.
 * @param isReady which of the files to take now; the others are left for another time
 */
export async function* importFolder(
  ctx: Ctx,
  place: string,
  isReady: (folder: string, pdf: FoundPdf) => Promise<boolean> = async () => true,
): AsyncGenerator<FileReport> {
  const { folder, pdfs } = await findPdfs(place);
  if (pdfs.length === 0) return;
  const tables = await readTables(folder);
  for (const pdf of pdfs) {
    if (await isReady(folder, pdf))
      yield { file: pdf.name, files: pdf.files, ...(await attempt(ctx, folder, pdf, tables)) };
  }
}

async function attempt(ctx: Ctx, folder: string, pdf: FoundPdf, tables: FactsByFile) {
  try {
    return await importDocument(ctx, await readIncoming(folder, pdf, tables));
  } catch (error) {
    const problems = problemsOf(error);
    if (!problems) throw error;
    return { outcome: 'refused' as const, problems };
  }
}

/** Why this one cannot be taken: what is wrong with it, or files that nobody may read or that are gone meanwhile. */
function problemsOf(error: unknown): readonly FieldProblem[] | undefined {
  if (error instanceof Refused) return error.refusal.code === 'invalid' ? error.refusal.fields : undefined;
  const { code } = error as { code?: unknown };
  return code === 'EACCES' || code === 'ENOENT' ? [{ field: 'pdf', problem: 'unreadable' }] : undefined;
}
