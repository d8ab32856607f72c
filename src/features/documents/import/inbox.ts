import { mkdir, readdir, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type JobCtxServices, jobCtx } from '../../../platform/job-context.ts';
import { handlerFor, type JobHandler } from '../../../platform/jobs/jobs.ts';
import { problemWords } from '../../../web/index.ts';
import { documentInbox } from '../jobs.ts';
import { type FileReport, importFolder } from './import-folder.ts';
import type { FoundPdf } from './read-folder.ts';

export interface InboxServices extends JobCtxServices {
  /** The folder into which another system drops documents; undefined: there is none. */
  readonly documentInbox?: string | undefined;
}

/** Whoever writes a file needs a moment: what was touched less long ago is left for the next look. */
const REST_SECONDS = 10;

/**
 * Looks into the drop folder once a minute. What was taken goes to `done/<day>`, what was not to `failed/<day>` with the
 * reasons in a text beside it. Ended in between, the next look finds the document known and only moves its files.
 */
export function inboxHandler(services: InboxServices): JobHandler {
  return handlerFor(documentInbox, async (_, id) => {
    const { documentInbox: folder, carrier } = services;
    if (folder === undefined) return;
    const ctx = jobCtx(services, `inbox ${id}`);
    const day = ctx.now.toZonedDateTimeISO(carrier.timeZone).toPlainDate().toString();
    for await (const report of importFolder(ctx, folder, isAtRest)) {
      await putAway(folder, report, day);
    }
  });
}

/** Whether nobody has written to any of the files for a while; files have the clock of the computer. */
async function isAtRest(folder: string, { files }: FoundPdf): Promise<boolean> {
  const times = await Promise.all(
    // one that is gone since it was listed is looked for again the next time
    files.map((file) =>
      stat(path.join(folder, file)).then(
        ({ mtimeMs }) => mtimeMs,
        () => Date.now(),
      ),
    ),
  );
  return times.every((time) => Math.abs(Date.now() - time) >= REST_SECONDS * 1000);
}

async function putAway(folder: string, report: FileReport, day: string): Promise<void> {
  const target = path.join(folder, report.outcome === 'refused' ? 'failed' : 'done', day);
  await mkdir(target, { recursive: true });
  const there = new Set(await readdir(target));
  if (report.outcome === 'refused') await writeFile(path.join(target, `${report.file}.txt`), explain(report));
  for (const file of report.files) {
    // an earlier one of the name is not overwritten
    const name = there.has(file) ? `${Date.now()}-${file}` : file;
    await rename(path.join(folder, file), path.join(target, name));
  }
}

function explain(report: Extract<FileReport, { outcome: 'refused' }>): string {
  const lines = report.problems.map(
    (problem) => `${problem.field}: ${problemWords(problem, 'de')} / ${problemWords(problem, 'en')}`,
  );
  return `${report.file}\n${lines.join('\n')}\n`;
}
