import { type Refusal, Refused } from '../../../../domain/refusal.ts';
import { transaction } from '../../../../platform/context.ts';
import type { Frame } from '../../../../ui/index.ts';
import {
  customerCtx,
  errorAt,
  type FormErrors,
  type FormFields,
  fieldValue,
  formOf,
  frameOf,
  noErrors,
  type PageRequest,
  page,
  type Route,
  redirect,
  refusalOf,
  statusOf,
  wordsFor,
} from '../../../../web/index.ts';
import { costCentresByCode } from '../queries.ts';
import { COST_CENTRES } from '../view.ts';
import { words } from '../words.ts';
import { type CheckedRow, checkRows } from './check-rows.ts';
import { importCostCentres, MOST_ROWS } from './import-cost-centres.ts';
import { ImportPage } from './import-page.tsx';
import { PreviewPage } from './preview-page.tsx';
import { type ImportRow, readTable } from './read-table.ts';
import { previewView } from './view.ts';

const IMPORT = `${COST_CENTRES}/einlesen`;
const PREVIEW = `${IMPORT}/pruefen`;
const edit = 'masterData.edit';

/** A table of so many rows, every field as long as it may be. */
const maxBodyBytes = 1024 * 1024;

export const importRoutes: readonly Route[] = [
  { method: 'GET', path: IMPORT, access: edit, handle: (request) => showImport(request, '', noErrors) },
  { method: 'POST', path: IMPORT, access: edit, maxBodyBytes, handle: readIn },
  { method: 'POST', path: PREVIEW, access: edit, maxBodyBytes, handle: mendOrApply },
];

async function showImport(request: PageRequest, text: string, errors: FormErrors): Promise<Response> {
  const frame = frameOf(request);
  return page(
    request,
    <ImportPage frame={frame} action={IMPORT} text={text} errors={errors} />,
    errors.status,
  );
}

/** Reads the table and shows what it would do. A chosen file comes before what stands in the text field. */
async function readIn(request: PageRequest): Promise<Response> {
  const fields = await formOf(request);
  const { language, formats } = frameOf(request);
  const t = words[language].importStep;
  const text = fieldValue(fields, 'text');
  const source = fieldValue(fields, 'file') || text;
  const wrong = (message: string) => showImport(request, text, errorAt('text', message));
  if (source.trim() === '') return wrong(t.nothing);
  const { rows, unclosedAt } = readTable(source);
  if (unclosedAt !== undefined) return wrong(t.unclosed({ line: formats.number(unclosedAt) }));
  if (rows.length === 0) return wrong(t.noRows);
  if (rows.length > MOST_ROWS) return wrong(t.tooMany({ limit: formats.number(MOST_ROWS) }));
  return showPreview(request, await checked(request, rows));
}

function checked(request: PageRequest, rows: readonly ImportRow[]): Promise<CheckedRow[]> {
  return transaction(customerCtx(request), async (tx) => checkRows(rows, await costCentresByCode(tx)));
}

async function showPreview(
  request: PageRequest,
  rows: readonly CheckedRow[],
  outcome: { done?: string; refusal?: Refusal } = {},
): Promise<Response> {
  const frame = frameOf(request);
  const { refusal, done } = outcome;
  return page(
    request,
    <PreviewPage
      frame={frame}
      view={previewView(rows, frame)}
      action={PREVIEW}
      done={done}
      refusal={refusal && wordsFor(refusal, frame.formats)}
    />,
    refusal ? statusOf(refusal) : 200,
  );
}

async function mendOrApply(request: PageRequest): Promise<Response> {
  const fields = await formOf(request);
  const rows = typedRows(fields);
  if (fieldValue(fields, 'do') !== 'apply') return showPreview(request, await checked(request, rows));

  const result = await refusalOf(() => importCostCentres(customerCtx(request), { rows }));
  if ('refusal' in result) {
    if (result.refusal.code === 'invalid') throw new Refused(result.refusal);
    return showPreview(request, await checked(request, rows), { refusal: result.refusal });
  }
  const { added, renamed, same, wrong } = result.done;
  const counts = new URLSearchParams({ neu: `${added}`, umbenannt: `${renamed}`, gleich: `${same}` });
  if (wrong.length === 0) return redirect(request, `${COST_CENTRES}?${counts}`);
  const frame = frameOf(request);
  const t = words[frame.language].preview;
  const remaining = t.remaining({ count: frame.formats.number(wrong.length) });
  return showPreview(request, wrong, { done: `${importedWords(counts, frame)} ${remaining}` });
}

/** The rows of the form: `code-7` and `name-7` stand on line 7. */
function typedRows(fields: FormFields): ImportRow[] {
  return [...fields.keys()].flatMap((name) => {
    const line = /^code-(\d{1,7})$/.exec(name)?.[1];
    if (!line || Number(line) === 0) return [];
    return [{ line: Number(line), code: fieldValue(fields, name), name: fieldValue(fields, `name-${line}`) }];
  });
}

/** What an import did, from the address that it led to. */
export function importedWords(counts: URLSearchParams, { language, formats }: Frame): string | undefined {
  const count = (name: string) =>
    /^\d{1,5}$/.test(counts.get(name) ?? '') ? Number(counts.get(name)) : undefined;
  const [added, renamed, same] = [count('neu'), count('umbenannt'), count('gleich')];
  if (added === undefined || renamed === undefined || same === undefined) return undefined;
  return words[language].imported({
    added: formats.number(added),
    renamed: formats.number(renamed),
    same: formats.number(same),
  });
}
