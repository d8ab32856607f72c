import { refuse } from '../../../domain/refusal.ts';
import { type Ctx, deskTransaction, requireStaff, staffIdOf } from '../../../platform/context.ts';
import { cleanText } from '../../../platform/input.ts';
import { type ImportReport, importCustomers } from './import-customers.ts';
import { isUnreadable } from './is-unreadable.ts';
import { deleteImport, findImport, storeImport } from './queries.ts';
import { readFirms } from './read-firms.ts';

/** A file that was checked, and what it would do. */
export interface CheckedFile {
  readonly id: number;
  readonly name: string;
  readonly report: ImportReport;
}

/**
 * Checks a file and keeps it, so that exactly what was checked can be taken over; for a day.
 *
 * Refuses with `not-found` for anybody but staff, `staff-role-required` without the role care, `invalid` for a file that
 * cannot be read (its reason is `unreadable`).
 */
export async function checkFile(ctx: Ctx, file: { name: string; content: string }): Promise<CheckedFile> {
  requireStaff(ctx, 'care');
  const content = file.content.replaceAll('\u0000', '');
  if (content.trim() === '') refuse({ code: 'invalid', fields: [{ field: 'file', problem: 'required' }] });
  const report = await dryRun(ctx, content);
  const name = cleanText(file.name).slice(0, 200);
  const id = await deskTransaction(ctx, (tx) =>
    storeImport(tx, { name, content, staffId: staffIdOf(ctx), at: ctx.now }),
  );
  return { id, name, report };
}

/** The check of a kept file once more, as things are now. Refuses like {@link checkFile}; `not-found` for one that is gone. */
export async function checkedFile(ctx: Ctx, id: number): Promise<CheckedFile> {
  requireStaff(ctx, 'care');
  const kept = (await deskTransaction(ctx, (tx) => findImport(tx, id))) ?? refuse({ code: 'not-found' });
  return { id, name: kept.name, report: await dryRun(ctx, kept.content) };
}

/**
 * Takes a checked file over, once: of two clerks the second finds it gone.
 *
 * Refuses with `not-found` for anybody but staff and for a file that is gone, `staff-role-required` without care.
 */
export async function applyFile(ctx: Ctx, id: number): Promise<ImportReport> {
  requireStaff(ctx, 'care');
  const content = await deskTransaction(ctx, async (tx) => {
    const kept = await findImport(tx, id);
    if (!kept || !(await deleteImport(tx, id))) refuse({ code: 'not-found' });
    return kept.content;
  });
  return importCustomers(ctx, readFirms(bytesOf(content)), { dryRun: false });
}

async function dryRun(ctx: Ctx, content: string): Promise<ImportReport> {
  try {
    return await importCustomers(ctx, readFirms(bytesOf(content)), { dryRun: true });
  } catch (error) {
    if (isUnreadable(error)) refuse({ code: 'invalid', fields: [{ field: 'file', problem: 'unreadable' }] });
    throw error;
  }
}

const PIECE = 64 * 1024;

async function* bytesOf(content: string): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(content);
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}
