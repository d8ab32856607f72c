import type { Refusal } from '../../../domain/refusal.ts';
import { may, transaction } from '../../../platform/context.ts';
import {
  customerCtx,
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
  singleValues,
} from '../../../web/index.ts';
import { historyView } from '../history.ts';
import { noRightWords } from '../no-right.ts';
import { auditOf } from '../queries.ts';
import { CompanyPage } from './pages/company-page.tsx';
import { latestRequests } from './queries.ts';
import { requestCompanyChange } from './request-company-change.ts';
import { COMPANY, companyView } from './view.ts';
import { withdrawCompanyChange } from './withdraw-company-change.ts';
import { words } from './words.ts';

const edit = 'masterData.edit';

export const companyRoutes: readonly Route[] = [
  { method: 'GET', path: COMPANY, access: 'signed-in', handle: (request) => show(request) },
  { method: 'POST', path: COMPANY, access: edit, handle: ask },
  { method: 'POST', path: `${COMPANY}/zurueckziehen`, access: edit, handle: withdraw },
];

const SHOWN_CHANGES = 30;

async function show(
  request: PageRequest,
  attempt?: { readonly fields: FormFields; readonly refusal: Refusal },
): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const t = words[frame.language];
  const { latest, rows } = await transaction(ctx, async (tx) => ({
    latest: await latestRequests(tx, 1),
    rows: await auditOf(tx, 'company', SHOWN_CHANGES),
  }));
  const errors = attempt ? formErrors(request, attempt.refusal, t.fields) : noErrors;
  const fields: FormFields = attempt?.fields ?? new Map();
  const ok = request.url.searchParams.get('ok');
  const view = companyView(latest[0], frame);
  return page(
    request,
    <CompanyPage
      frame={frame}
      name={ctx.customer.name}
      number={ctx.customer.number}
      view={view}
      typed={{
        newName: fieldValue(fields, 'newName'),
        validFrom: fieldValue(fields, 'validFrom'),
        reason: fieldValue(fields, 'reason'),
      }}
      errors={errors}
      history={historyView(rows, { ...t, dates: ['validFrom'] }, frame)}
      showsForm={may(ctx, edit) && (attempt !== undefined || !view.pending)}
      mayEdit={may(ctx, edit)}
      noRight={noRightWords(request, edit)}
      done={ok === 'request' || ok === 'withdraw' ? t.done[ok] : undefined}
    />,
    errors.status,
  );
}

async function ask(request: PageRequest): Promise<Response> {
  const fields = await formOf(request);
  const result = await refusalOf(() => requestCompanyChange(customerCtx(request), singleValues(fields)));
  if ('done' in result) return redirect(request, `${COMPANY}?ok=request`);
  return show(request, { fields, refusal: result.refusal });
}

async function withdraw(request: PageRequest): Promise<Response> {
  const result = await refusalOf(() => withdrawCompanyChange(customerCtx(request)));
  // answered or withdrawn meanwhile: the page says so
  return redirect(request, 'done' in result ? `${COMPANY}?ok=withdraw` : COMPANY);
}
