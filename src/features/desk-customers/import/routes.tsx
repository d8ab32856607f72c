import { type Refusal, refuse } from '../../../domain/refusal.ts';
import {
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
} from '../../../web/index.ts';
import { IMPORT } from '../paths.ts';
import { ImportPage, ReportPage } from './import-pages.tsx';
import { applyFile, checkedFile, checkFile } from './staged-import.ts';
import { words } from './words.ts';

const care = 'staff:care';
/** About ten thousand firms; a page waits for its answer, the command line does not mind. */
const MOST_MEGABYTES = 8;
const MEGABYTE = 1024 * 1024;

export const importRoutes: readonly Route[] = [
  { method: 'GET', path: IMPORT, access: care, handle: (request) => showForm(request) },
  {
    method: 'POST',
    path: IMPORT,
    access: care,
    maxBodyBytes: (MOST_MEGABYTES + 1) * MEGABYTE,
    handle: check,
  },
  { method: 'GET', path: `${IMPORT}/:id`, access: care, handle: showCheck },
  { method: 'POST', path: `${IMPORT}/:id`, access: care, handle: apply },
];

function showForm(request: PageRequest, refusal?: Refusal): Response {
  const frame = frameOf(request);
  const errors = refusal ? formErrors(request, refusal, { file: words[frame.language].file }) : noErrors;
  const limit = `${frame.formats.number(MOST_MEGABYTES)} MB`;
  return page(request, <ImportPage frame={frame} errors={errors} limit={limit} />, errors.status);
}

async function check(request: PageRequest): Promise<Response> {
  const ctx = staffCtx(request);
  const { formats } = frameOf(request);
  const content = fieldValue(await formOf(request), 'file');
  const result = await refusalOf(() => checkFile(ctx, { name: formats.dateTime(ctx.now), content }));
  if ('done' in result) return redirect(request, `${IMPORT}/${result.done.id}`);
  return showForm(request, result.refusal);
}

const idOf = ({ params }: PageRequest) =>
  /^\d{1,9}$/.test(params.id ?? '') ? Number(params.id) : refuse({ code: 'not-found' });

async function showCheck(request: PageRequest): Promise<Response> {
  const { id, name, report } = await checkedFile(staffCtx(request), idOf(request));
  return page(
    request,
    <ReportPage frame={frameOf(request)} name={name} report={report} action={`${IMPORT}/${id}`} />,
  );
}

async function apply(request: PageRequest): Promise<Response> {
  const report = await applyFile(staffCtx(request), idOf(request));
  return page(request, <ReportPage frame={frameOf(request)} name="" report={report} action={undefined} />);
}
