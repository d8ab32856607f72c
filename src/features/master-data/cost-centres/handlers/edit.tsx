import { randomUUID } from 'node:crypto';
import { type Refusal, Refused, refuse } from '../../../../domain/refusal.ts';
import { type CustomerCtx, may, transaction } from '../../../../platform/context.ts';
import { DescriptionList } from '../../../../ui/index.ts';
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
  redirect,
  refusalOf,
  singleValues,
} from '../../../../web/index.ts';
import { conflictView } from '../../conflict.ts';
import { historyView } from '../../history.ts';
import { noRightWords } from '../../no-right.ts';
import { ThingPage } from '../../pages/thing-page.tsx';
import { auditOf } from '../../queries.ts';
import { rowIdOf } from '../../row-id.ts';
import { addCostCentre } from '../add-cost-centre.ts';
import { closeCostCentre } from '../close-cost-centre.ts';
import { CostCentreForm } from '../pages/cost-centre-form.tsx';
import { OpenOrClosed } from '../pages/open-or-closed.tsx';
import { findCostCentre } from '../queries.ts';
import { renameCostCentre } from '../rename-cost-centre.ts';
import { reopenCostCentre } from '../reopen-cost-centre.ts';
import { oneLine } from '../schemas.ts';
import { COST_CENTRES, costCentreHref } from '../view.ts';
import { words } from '../words.ts';

const SHOWN_CHANGES = 30;

/** What somebody sent and why it was not saved: the form is shown again as they left it. */
interface Attempt {
  readonly fields: FormFields;
  readonly refusal: Refusal;
}

/** The form of a new cost centre, also after it was not accepted. */
export async function showNew(request: PageRequest, attempt?: Attempt): Promise<Response> {
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

/** Takes the form of a new cost centre. */
export async function add(request: PageRequest): Promise<Response> {
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

/** One cost centre: its form or its facts, with its history; also after a change was not accepted. */
export async function showOne(request: PageRequest, attempt?: Attempt): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const t = words[frame.language];
  const { found, rows } = await load(request, ctx);
  const { id, code, name, version, closedAt } = found;
  const isStale = attempt?.refusal.code === 'stale';
  const errors = attempt && !isStale ? formErrors(request, attempt.refusal, t.fields) : noErrors;
  const typedName = attempt ? fieldValue(attempt.fields, 'name') : name;
  const mayEdit = may(ctx, 'masterData.edit');
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
      notes={mayEdit ? [] : [noRightWords(request, 'masterData.edit')]}
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

/** Takes the new name of a cost centre. */
export async function rename(request: PageRequest): Promise<Response> {
  const fields = await formOf(request);
  const id = rowIdOf(request);
  const input = { ...singleValues(fields), id };
  const result = await refusalOf(() => renameCostCentre(customerCtx(request), input));
  if ('done' in result) return redirect(request, `${costCentreHref(id)}?ok=change`);
  return showOne(request, { fields, refusal: result.refusal });
}

/** Closes a cost centre. */
export async function close(request: PageRequest): Promise<Response> {
  const id = rowIdOf(request);
  await closeCostCentre(customerCtx(request), { id });
  return redirect(request, `${costCentreHref(id)}?ok=close`);
}

/** Opens a cost centre again. */
export async function reopen(request: PageRequest): Promise<Response> {
  const id = rowIdOf(request);
  await reopenCostCentre(customerCtx(request), { id });
  return redirect(request, `${costCentreHref(id)}?ok=reopen`);
}
