import { randomUUID } from 'node:crypto';
import { type Refusal, Refused } from '../../../domain/refusal.ts';
import { type CustomerCtx, transaction } from '../../../platform/context.ts';
import { parseInput } from '../../../platform/input.ts';
import {
  customerCtx,
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
} from '../../../web/index.ts';
import { changeRefusal, differences, goOn, isMendedOnForm, presentState } from '../../orders/index.ts';
import { type FoundDropOff, findDropOff } from '../find-drop-off.ts';
import { announcementInput, carried, presentFields } from '../form.ts';
import { loadForm } from '../load-form.ts';
import { FormPage } from '../pages/form-page.tsx';
import { changeHref, dropOffHref } from '../paths.ts';
import { Announcement } from '../schemas.ts';
import { itemsView, smallNotes } from '../view.ts';
import { words } from '../words.ts';
import { changeDropOff } from './change-drop-off.ts';
import { CheckChangePage } from './check-change-page.tsx';
import { quoteChange } from './quote-change.ts';

const PATH = changeHref(':number');

export const changeRoutes: readonly Route[] = [
  { method: 'GET', path: PATH, access: 'orders.place', handle: (request) => showForm(request) },
  { method: 'GET', path: `${PATH}/pruefen`, access: 'orders.place', handle: showCheck },
  { method: 'POST', path: PATH, access: 'orders.place', handle: change },
];

/** The drop-off, if it may be changed now: refuses as the verb does. */
async function load(ctx: CustomerCtx, request: PageRequest): Promise<FoundDropOff> {
  const dropOff = await transaction(ctx, (tx) => findDropOff(tx, request.params));
  const refusal = changeRefusal(dropOff.found.order, ctx.now);
  if (refusal) throw new Refused(refusal);
  return dropOff;
}

/** What the form says as a change of the drop-off. Refuses as {@link quoteChange} and the schema do. */
function quoteOf(ctx: CustomerCtx, { kind, found, announced }: FoundDropOff, fields: FormFields) {
  const answers = parseInput(Announcement, announcementInput(fields));
  const state = presentState(found.order, found.lines);
  return transaction(ctx, (tx) => quoteChange(tx, ctx, { kind, state, announced }, answers));
}

/** First step, also after something was wrong with it, the window was taken, or somebody else was faster. */
async function showForm(
  request: PageRequest,
  asked = fieldsOf(request.url.searchParams),
  refusal?: Refusal,
): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const t = words[frame.language];
  const dropOff = await load(ctx, request);
  const { kind, found, announced } = dropOff;
  const { number, version } = found.order;
  const own = presentState(found.order, found.lines);
  const { fields, wrong, conflict } = await goOn({
    frame,
    found,
    // the form was opened just now, or it has been filled in
    fields: asked.has('version') ? asked : presentFields(own, announced, version),
    refusal,
    quote: async (answers) => quoteOf(ctx, dropOff, answers),
  });
  const form = await loadForm(ctx, { kind, fields, formats: frame.formats, own }, (labels) =>
    wrong ? formErrors(request, wrong, labels, 'slot') : noErrors,
  );
  return page(
    request,
    <FormPage
      frame={frame}
      title={t.changeTitle({ number })}
      lead={t.changeLead}
      back={{ href: dropOffHref(number), text: t.pageTitle({ number }) }}
      steps={t.changeSteps}
      terms={own.changeUntil ? t.changeUntil({ at: frame.formats.dateTime(own.changeUntil) }) : form.terms}
      view={form.view}
      action={changeHref(number)}
      hidden={[['version', fieldValue(fields, 'version')]]}
      conflict={conflict}
    />,
    conflict ? 409 : form.view.errors.status,
  );
}

/** Second step: shows what would be different; whatever cannot be had leads back to the form. */
async function showCheck(request: PageRequest): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const { formats } = frame;
  const fields = fieldsOf(request.url.searchParams);
  const dropOff = await load(ctx, request);
  const { number, version } = dropOff.found.order;
  if (!fields.has('version')) return redirect(request, changeHref(number));
  if (fieldValue(fields, 'version') !== String(version)) return showForm(request, fields, { code: 'stale' });
  const quoted = await refusalOf(async () => quoteOf(ctx, dropOff, fields));
  if ('refusal' in quoted) return showForm(request, fields, quoted.refusal);
  const { before, after, items, announced: anew } = quoted.done;
  const answers = carried(fields);
  return page(
    request,
    <CheckChangePage
      frame={frame}
      number={number}
      differences={differences(before, after, formats)}
      items={itemsView(anew, formats)}
      notes={smallNotes(items, formats)}
      carried={answers}
      submissionKey={randomUUID()}
      formHref={`${changeHref(number)}?${new URLSearchParams(answers)}`}
    />,
  );
}

async function change(request: PageRequest): Promise<Response> {
  const fields = await formOf(request);
  const changed = await refusalOf(() =>
    changeDropOff(customerCtx(request), { ...announcementInput(fields), number: request.params.number }),
  );
  if ('done' in changed) return redirect(request, `${dropOffHref(changed.done.number)}?geaendert=1`);
  if (!isMendedOnForm(changed.refusal)) throw new Refused(changed.refusal);
  return showForm(request, fields, changed.refusal);
}
