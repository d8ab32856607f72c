import { type FieldProblem, Refused } from '../../../domain/refusal.ts';
import type { Ctx } from '../../../platform/context.ts';
import { type ImportOutcome, importDocument } from './import-document.ts';
import { type FoundPdf, findPdfs, readIncoming } from './read-folder.ts';

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
  for (const pdf of pdfs) {
    if (await isReady(folder, pdf))
      yield { file: pdf.name, files: pdf.files, ...(await attempt(ctx, folder, pdf)) };
  }
}

async function attempt(ctx: Ctx, folder: string, pdf: FoundPdf) {
  try {
    return await importDocument(ctx, await readIncoming(folder, pdf));
  } catch (error) {
    if (!(error instanceof Refused) || error.refusal.code !== 'invalid') throw error;
    return { outcome: 'refused' as const, problems: error.refusal.fields };
  }
}
