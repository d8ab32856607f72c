import { randomUUID } from 'node:crypto';
import { type Refusal, Refused, refuse } from '../../../domain/refusal.ts';
import { type CustomerCtx, may, transaction } from '../../../platform/context.ts';
import { DescriptionList } from '../../../ui/index.ts';
import {
  customerCtx,
  download,
  type FormFields,
  fieldsOf,
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
  rightName,
  singleValues,
} from '../../../web/index.ts';
import { conflictView } from '../conflict.ts';
import { historyView } from '../history.ts';
import { ThingPage } from '../pages/thing-page.tsx';
import { auditOf } from '../queries.ts';
import { rowIdOf } from '../row-id.ts';
import { words as shared } from '../words.ts';
import { addCostCentre } from './add-cost-centre.ts';
import { closeCostCentre } from './close-cost-centre.ts';
import { exportCostCentres } from './export-cost-centres.ts';
import { importedWords, importRoutes } from './import/routes.tsx';
import { CostCentreForm } from './pages/cost-centre-form.tsx';
import { CostCentreListPage } from './pages/cost-centre-list-page.tsx';
import { OpenOrClosed } from './pages/open-or-closed.tsx';
import { findCostCentre, listCostCentres } from './queries.ts';
import { renameCostCentre } from './rename-cost-centre.ts';
import { reopenCostCentre } from './reopen-cost-centre.ts';
import { CostCentreQuery, oneLine } from './schemas.ts';
import { COST_CENTRES, costCentreHref, costCentreRows, namer } from './view.ts';
import { words } from './words.ts';

const edit = 'masterData.edit';

export const costCentreRoutes: readonly Route[] = [
  { method: 'GET', path: COST_CENTRES, access: 'signed-in', handle: showList },
  { method: 'GET', path: `${COST_CENTRES}/csv`, access: 'signed-in', handle: downloadAll },
  { method: 'GET', path: `${COST_CENTRES}/neu`, access: edit, handle: (request) => showNew(request) },
  { method: 'POST', path: COST_CENTRES, access: edit, handle: add },
  ...importRoutes,
  { method: 'GET', path: `${COST_CENTRES}/:id`, access: 'signed-in', handle: (request) => showOne(request) },
  { method: 'POST', path: `${COST_CENTRES}/:id`, access: edit, handle: rename },
  { method: 'POST', path: `${COST_CENTRES}/:id/schliessen`, access: edit, handle: close },
  { method: 'POST', path: `${COST_CENTRES}/:id/oeffnen`, access: edit, handle: reopen },
];

const PAGE_SIZE = 100;
const SHOWN_CHANGES = 30;
const LATEST_CHANGES = 8;

/** What somebody sent and why it was not saved: the form is shown again as they left it. */
interface Attempt {
  readonly fields: FormFields;
  readonly refusal: Refusal;
}

const noRight = ({ ctx: { language } }: PageRequest) =>
  shared[language].noRight({ right: rightName(edit, language) });

async function showList(request: PageRequest): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const t = words[frame.language];
  const { searchParams } = request.url;
  const input = CostCentreQuery.parse({
    search: '',
    state: '',
    after: '',
    ...singleValues(fieldsOf(searchParams)),
  });
  const { list, changes, named } = await transaction(ctx, async (tx) => {
    const rows = await auditOf(tx, 'cost-centre/', LATEST_CHANGES);
    const ids = rows.map(({ object }) => Number(object.split('/')[1]));
    const found = [];
    for (const id of new Set(ids)) found.push(await findCostCentre(tx, id));
    return {
      list: await listCostCentres(tx, input, PAGE_SIZE),
      changes: rows,
      named: found.filter((one) => one !== undefined),
    };
  });
  const { search, state, after } = input;
  const address = (next: string) => {
    const set = Object.entries({ search, state, after: next }).filter(([, value]) => value !== '');
    return set.length > 0 ? `${COST_CENTRES}?${new URLSearchParams(set)}` : COST_CENTRES;
  };
  const count = list.rows.length;
  return page(
    request,
    <CostCentreListPage
      frame={frame}
      rows={costCentreRows(list.rows, frame.formats)}
      summary={t.shown({ count: frame.formats.number(count), one: count === 1, more: after !== '' })}
      filter={{ search, state }}
      isFiltered={search !== '' || state !== ''}
      pager={{
        first: after ? address('') : undefined,
        older: list.hasMore ? address(list.rows.at(-1)?.code ?? '') : undefined,
      }}
      history={historyView(changes, t, frame, namer(named))}
      mayEdit={may(ctx, edit)}
      noRight={noRight(request)}
      done={searchParams.get('ok') === 'add' ? t.done.add : importedWords(searchParams, frame)}
    />,
  );
}

async function downloadAll(request: PageRequest): Promise<Response> {
  const ctx = customerCtx(request);
  return download(request, {
    name: words[ctx.language].exportName,
    type: 'text/csv; charset=utf-8',
    content: await exportCostCentres(ctx),
  });
}

async function showNew(request: PageRequest, attempt?: Attempt): Promise<Response> {
  const frame = frameOf(request);
  const t = words[frame.language];
  const errors = attempt ? formErrors(request, attempt.refusal, t.fields) : noErrors;
  const fields: FormFields = attempt?.fields ?? new Map();
  return page(
    request,
    <ThingPage frame={frame} title={t.newTitle} back={{ href: COST_CENTRES, text: t.title }} errors={errors}>
      <CostCentreForm
        frame={frame}
        action={COST_CENTRES}
        typed={{ code: fieldValue(fields, 'code'), name: fieldValue(fields, 'name') }}
        errors={errors}
        idempotencyKey={randomUUID()}
      />
    </ThingPage>,
    errors.status,
  );
}

async function add(request: PageRequest): Promise<Response> {
  const fields = await formOf(request);
  const input = { ...singleValues(fields), key: fieldValue(fields, '_key') };
  const result = await refusalOf(() => addCostCentre(customerCtx(request), input));
  if ('done' in result) return redirect(request, `${COST_CENTRES}?ok=add`);
  if (result.refusal.code === 'key-reused') throw new Refused(result.refusal);
  return showNew(request, { fields, refusal: result.refusal });
}

/** The cost centre that the request names, with its history. Refuses with `not-found`, also for another firm's. */
async function load(request: PageRequest, ctx: CustomerCtx) {
  const id = rowIdOf(request);
  const { found, rows } = await transaction(ctx, async (tx) => ({
    found: await findCostCentre(tx, id),
    rows: await auditOf(tx, `cost-centre/${id}`, SHOWN_CHANGES),
  }));
  return found ? { found, rows } : refuse({ code: 'not-found' });
}

async function showOne(request: PageRequest, attempt?: Attempt): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const t = words[frame.language];
  const { found, rows } = await load(request, ctx);
  const { id, code, name, version, closedAt } = found;
  const isStale = attempt?.refusal.code === 'stale';
  const errors = attempt && !isStale ? formErrors(request, attempt.refusal, t.fields) : noErrors;
  const typedName = attempt ? fieldValue(attempt.fields, 'name') : name;
  const mayEdit = may(ctx, edit);
  const ok = request.url.searchParams.get('ok');
  const typedVersion = attempt ? Number(fieldValue(attempt.fields, 'version')) : version;
  const typed = { name: oneLine(typedName) };
  const collision = isStale && { current: { name }, version, typed, typedVersion, rows };
  return page(
    request,
    <ThingPage
      frame={frame}
      title={t.heading({ code, name })}
      back={{ href: COST_CENTRES, text: t.title }}
      notes={mayEdit ? [] : [noRight(request)]}
      history={historyView(rows, t, frame)}
      done={ok === 'change' || ok === 'close' || ok === 'reopen' ? t.done[ok] : undefined}
      errors={errors}
      failed={isStale}
    >
      {mayEdit ? (
        <>
          <CostCentreForm
            frame={frame}
            action={costCentreHref(id)}
            typed={{ name: typedName }}
            // an entry to be mended is mended on the version that it was typed for
            version={isStale ? version : typedVersion}
            errors={errors}
            conflict={collision ? conflictView(collision, costCentreHref(id), t, frame) : undefined}
          />
          <OpenOrClosed frame={frame} id={id} isClosed={closedAt !== null} />
        </>
      ) : (
        <DescriptionList
          frame={frame}
          items={[
            { term: t.fields.code, value: code },
            { term: t.fields.name, value: name },
            { term: t.state, value: closedAt ? t.closed : t.open },
          ]}
        />
      )}
    </ThingPage>,
    isStale ? 409 : errors.status,
  );
}

async function rename(request: PageRequest): Promise<Response> {
  const fields = await formOf(request);
  const id = rowIdOf(request);
  const input = { ...singleValues(fields), id };
  const result = await refusalOf(() => renameCostCentre(customerCtx(request), input));
  if ('done' in result) return redirect(request, `${costCentreHref(id)}?ok=change`);
  return showOne(request, { fields, refusal: result.refusal });
}

async function close(request: PageRequest): Promise<Response> {
  const id = rowIdOf(request);
  await closeCostCentre(customerCtx(request), { id });
  return redirect(request, `${costCentreHref(id)}?ok=close`);
}

async function reopen(request: PageRequest): Promise<Response> {
  const id = rowIdOf(request);
  await reopenCostCentre(customerCtx(request), { id });
  return redirect(request, `${costCentreHref(id)}?ok=reopen`);
}
