import { type Refusal, refuse } from '../../domain/refusal.ts';
import { VOLUME_FIELDS } from '../../domain/volumes/index.ts';
import { deskTransaction } from '../../platform/context.ts';
import {
  type FormFields,
  fieldValue,
  formErrors,
  formOf,
  frameOf,
  noErrors,
  type PageRequest,
  page,
  type Route,
  redirect,
  refusalOf,
  staffCtx,
} from '../../web/index.ts';
import { changedWords, fileRows, lineErrors, wrongLineRows } from './file-view.ts';
import { importVolumes } from './import/import-volumes.ts';
import { mendLines } from './import/mend-lines.ts';
import { FilePage } from './pages/file-page.tsx';
import { UploadPage } from './pages/upload-page.tsx';
import { findVolumeFile, recentVolumeFiles, wrongLines } from './queries.ts';
import { requireVolumeClerk, VOLUME_CLERKS } from './require-clerk.ts';
import { LINES_PER_PAGE, VolumeId } from './schemas.ts';
import { fileHref, UPLOAD, VOLUMES } from './view.ts';
import { words } from './words.ts';

const FILE = `${VOLUMES}/dateien/:id`;

/** About a hundred thousand lines; more are for the command line, which holds none of them. */
const maxBodyBytes = 8 * 1024 * 1024;
const FILES_SHOWN = 20;

export const fileRoutes: readonly Route[] = [
  { method: 'GET', path: UPLOAD, access: VOLUME_CLERKS, handle: (request) => showUpload(request) },
  { method: 'POST', path: UPLOAD, access: VOLUME_CLERKS, maxBodyBytes, handle: upload },
  { method: 'GET', path: FILE, access: VOLUME_CLERKS, handle: showFile },
  { method: 'POST', path: FILE, access: VOLUME_CLERKS, maxBodyBytes: 1024 * 1024, handle: mend },
];

async function showUpload(request: PageRequest, refusal?: Refusal): Promise<Response> {
  const ctx = staffCtx(request);
  const frame = frameOf(request);
  requireVolumeClerk(ctx);
  const files = await deskTransaction(ctx, (tx) => recentVolumeFiles(tx, FILES_SHOWN));
  const errors = refusal ? formErrors(request, refusal, words[frame.language].fields) : noErrors;
  return page(
    request,
    <UploadPage frame={frame} files={fileRows(files, frame)} errors={errors} />,
    errors.status,
  );
}

async function upload(request: PageRequest): Promise<Response> {
  const fields = await formOf(request);
  const content = Buffer.from(fieldValue(fields, 'file'));
  const name = fieldValue(fields, 'file.name');
  const result = await refusalOf(() =>
    importVolumes(staffCtx(request), {
      name: name || 'CSV',
      open: async function* () {
        yield content;
      },
    }),
  );
  if ('refusal' in result) return showUpload(request, result.refusal);
  const { fileId, taken, same, wrong, changed } = result.done;
  const counts = new URLSearchParams({ neu: `${taken}`, gleich: `${same}`, falsch: `${wrong}` });
  if (changed.length > 0) {
    counts.set('anders', `${changed.length}`);
    counts.set('zeilen', changed.slice(0, 10).join('.'));
  }
  return redirect(request, `${fileHref(fileId)}?${counts}`);
}

async function showFile(request: PageRequest): Promise<Response> {
  const ctx = staffCtx(request);
  const frame = frameOf(request);
  requireVolumeClerk(ctx);
  const id = fileIdOf(request);
  const { file, rows } = await deskTransaction(ctx, async (tx) => ({
    file: (await findVolumeFile(tx, id)) ?? refuse({ code: 'not-found' }),
    rows: await wrongLines(tx, id, 1, LINES_PER_PAGE),
  }));
  const t = words[frame.language].file;
  const { number } = frame.formats;
  const lines = wrongLineRows(rows, frame);
  const rest = file.wrong - lines.length;
  const counts = countsOf(request.url.searchParams);
  return page(
    request,
    <FilePage
      frame={frame}
      action={fileHref(id)}
      name={file.name}
      summary={t.summary({ taken: number(file.taken), wrong: number(file.wrong) })}
      result={resultWords(request)}
      changed={changedWords(counts.lines, counts.anders ?? 0, frame)}
      lines={lines}
      rest={rest > 0 ? t.rest({ count: number(rest) }) : undefined}
      errors={lineErrors(lines, frame)}
    />,
  );
}

async function mend(request: PageRequest): Promise<Response> {
  const id = fileIdOf(request);
  const lines = typedLines(await formOf(request));
  const { taken, wrong, dropped } = await mendLines(staffCtx(request), { fileId: id, lines });
  const counts = new URLSearchParams({ neu: `${taken}`, falsch: `${wrong}`, verworfen: `${dropped}` });
  return redirect(request, `${fileHref(id)}?${counts}`);
}

/** The lines of the form: `customer-7` and `pieces-7` stand on line 7. */
function typedLines(fields: FormFields) {
  return [...fields.keys()].flatMap((name) => {
    const line = /^customer-([1-9]\d{0,9})$/.exec(name)?.[1];
    if (!line) return [];
    const cells = VOLUME_FIELDS.map((field) => [field, fieldValue(fields, `${field}-${line}`)]);
    return [{ ...Object.fromEntries(cells), line: Number(line) }];
  });
}

/** What reading or mending came to, from the address that it led to. */
function resultWords(request: PageRequest): string | undefined {
  const { language, formats } = frameOf(request);
  const { neu, gleich, falsch, verworfen } = countsOf(request.url.searchParams);
  const t = words[language].file;
  if (neu === undefined || falsch === undefined) return undefined;
  const counts = { taken: formats.number(neu), wrong: formats.number(falsch) };
  if (gleich !== undefined) return t.result({ ...counts, same: formats.number(gleich) });
  return verworfen === undefined ? undefined : t.mended({ ...counts, dropped: formats.number(verworfen) });
}

function countsOf(search: URLSearchParams) {
  const count = (name: string) =>
    /^\d{1,9}$/.test(search.get(name) ?? '') ? Number(search.get(name)) : undefined;
  const lines = (search.get('zeilen') ?? '').split('.').slice(0, 10);
  return {
    neu: count('neu'),
    gleich: count('gleich'),
    falsch: count('falsch'),
    verworfen: count('verworfen'),
    anders: count('anders'),
    lines: lines.filter((line) => /^[1-9]\d{0,9}$/.test(line)).map(Number),
  };
}

function fileIdOf({ params }: PageRequest): number {
  const id = VolumeId.safeParse({ id: params.id });
  return id.success ? id.data.id : refuse({ code: 'not-found' });
}
