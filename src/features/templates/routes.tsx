import { todayOf } from '../../domain/calendar/index.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { may, transaction } from '../../platform/context.ts';
import {
  customerCtx,
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
} from '../../web/index.ts';
import { stillNamed } from '../orders/index.ts';
import { TemplatePage } from './pages/template-page.tsx';
import { TemplatesPage } from './pages/templates-page.tsx';
import { TEMPLATES } from './paths.ts';
import { findTemplate, listTemplates, namesIn } from './queries.ts';
import { removeTemplate } from './remove-template.ts';
import { renameTemplate } from './rename-template.ts';
import { saveTemplate } from './save-template.ts';
import { TemplateId } from './schemas.ts';
import { templateRows } from './view.ts';
import { words } from './words.ts';

export const templateRoutes: readonly Route[] = [
  { method: 'GET', path: TEMPLATES, access: 'signed-in', handle: showList },
  { method: 'POST', path: TEMPLATES, access: 'orders.place', handle: save },
  {
    method: 'GET',
    path: `${TEMPLATES}/:id`,
    access: 'orders.place',
    handle: (request) => showOne(request),
  },
  { method: 'POST', path: `${TEMPLATES}/:id`, access: 'orders.place', handle: rename },
  { method: 'POST', path: `${TEMPLATES}/:id/loeschen`, access: 'orders.place', handle: remove },
];

type Done = keyof typeof words.de.done;

async function showList(request: PageRequest): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const today = todayOf(ctx);
  const rows = await transaction(ctx, async (tx) =>
    templateRows(await listTemplates(tx), await stillNamed(tx, today), await namesIn(tx), frame.formats),
  );
  const done = words[frame.language].done[(request.url.searchParams.get('ok') ?? '') as Done];
  return page(
    request,
    <TemplatesPage
      frame={frame}
      rows={rows}
      mayPlace={may(ctx, 'orders.place')}
      done={typeof done === 'string' ? done : undefined}
    />,
  );
}

/** Comes from the page of an order; a name that is missing or taken is asked for here. */
async function save(request: PageRequest): Promise<Response> {
  const fields = await formOf(request);
  const result = await refusalOf(() => saveTemplate(customerCtx(request), singleValues(fields)));
  if ('done' in result) return redirect(request, `${TEMPLATES}?ok=saved`);
  if (!isAboutName(result.refusal)) return refuse(result.refusal);
  const frame = frameOf(request);
  const t = words[frame.language];
  const errors = formErrors(request, result.refusal, { name: t.name });
  return page(
    request,
    <TemplatePage
      frame={frame}
      title={t.fromOrder}
      action={TEMPLATES}
      number={fieldValue(fields, 'number')}
      name={fieldValue(fields, 'name')}
      errors={errors}
    />,
    errors.status,
  );
}

const isAboutName = (refusal: Refusal) =>
  refusal.code === 'invalid' && refusal.fields.every(({ field }) => field === 'name');

async function showOne(
  request: PageRequest,
  attempt?: { name: string; refusal: Refusal },
): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const t = words[frame.language];
  const id = idOf(request);
  const template = (await transaction(ctx, (tx) => findTemplate(tx, id))) ?? refuse({ code: 'not-found' });
  const errors = attempt ? formErrors(request, attempt.refusal, { name: t.name }) : noErrors;
  const address = `${TEMPLATES}/${id}`;
  return page(
    request,
    <TemplatePage
      frame={frame}
      title={t.editTitle(template)}
      action={address}
      removeAction={`${address}/loeschen`}
      name={attempt?.name ?? template.name}
      errors={errors}
    />,
    errors.status,
  );
}

/** The number in the address; what is none leads nowhere. */
function idOf({ params }: PageRequest): number {
  const parsed = TemplateId.safeParse(params);
  return parsed.success ? parsed.data.id : refuse({ code: 'not-found' });
}

async function rename(request: PageRequest): Promise<Response> {
  const name = fieldValue(await formOf(request), 'name');
  const id = idOf(request);
  const result = await refusalOf(() => renameTemplate(customerCtx(request), { id, name }));
  if ('done' in result) return redirect(request, `${TEMPLATES}?ok=renamed`);
  return isAboutName(result.refusal)
    ? showOne(request, { name, refusal: result.refusal })
    : refuse(result.refusal);
}

async function remove(request: PageRequest): Promise<Response> {
  await removeTemplate(customerCtx(request), { id: idOf(request) });
  return redirect(request, `${TEMPLATES}?ok=removed`);
}
