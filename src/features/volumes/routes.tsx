import { randomUUID } from 'node:crypto';
import { todayOf } from '../../domain/calendar/index.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { deskTransaction } from '../../platform/context.ts';
import {
  downloadTable,
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
  singleValues,
  staffCtx,
} from '../../web/index.ts';
import { correctVolume, removeVolume } from './correct-volume.ts';
import { fileRoutes } from './file-routes.tsx';
import { VolumePage } from './pages/volume-page.tsx';
import { VolumesPage } from './pages/volumes-page.tsx';
import { findVolume, volumeProducts } from './queries.ts';
import { recordVolume } from './record-volume.ts';
import { requireVolumeClerk, VOLUME_CLERKS } from './require-clerk.ts';
import { VolumeId, VolumeQuery } from './schemas.ts';
import { allVolumes, showVolumes } from './show-volumes.ts';
import {
  productOptions,
  storedForm,
  typedForm,
  VOLUMES,
  volumeFacts,
  volumeHref,
  volumeRows,
  volumeTable,
} from './view.ts';
import { words } from './words.ts';

export const volumeRoutes: readonly Route[] = [
  { method: 'GET', path: VOLUMES, access: VOLUME_CLERKS, handle: (request) => showList(request) },
  { method: 'POST', path: VOLUMES, access: VOLUME_CLERKS, handle: record },
  { method: 'GET', path: `${VOLUMES}/csv`, access: VOLUME_CLERKS, handle: saveList },
  ...fileRoutes,
  { method: 'GET', path: `${VOLUMES}/:id`, access: VOLUME_CLERKS, handle: (request) => showOne(request) },
  { method: 'POST', path: `${VOLUMES}/:id`, access: VOLUME_CLERKS, handle: correct },
  { method: 'POST', path: `${VOLUMES}/:id/entfernen`, access: VOLUME_CLERKS, handle: remove },
];

/** The list, and above it the form for the next volume, also after something was wrong with it. */
async function showList(request: PageRequest, typed?: FormFields, refusal?: Refusal): Promise<Response> {
  const ctx = staffCtx(request);
  const frame = frameOf(request);
  const { searchParams } = request.url;
  const asked = singleValues(fieldsOf(searchParams));
  const input = queryOf(request);
  const [volumes, products] = await Promise.all([
    showVolumes(ctx, input),
    deskTransaction(ctx, volumeProducts),
  ]);
  const filter = {
    customer: input.customer ?? '',
    product: input.product ?? '',
    from: input.from?.toString() ?? '',
    to: input.to?.toString() ?? '',
  };
  const address = (name?: 'newer' | 'older', cursor?: string, path = VOLUMES) => {
    const pairs = [
      ['fuer', filter.customer],
      ['art', filter.product],
      ['von', filter.from],
      ['bis', filter.to],
      [name ?? '', cursor ?? ''],
    ].filter(([, value]) => value !== '') as [string, string][];
    return `${path}?${new URLSearchParams(pairs)}`;
  };
  const errors = refusal ? formErrors(request, refusal, words[frame.language].fields) : noErrors;
  const done = searchParams.has('erfasst') ? 'saved' : searchParams.has('entfernt') ? 'removed' : undefined;
  return page(
    request,
    <VolumesPage
      frame={frame}
      form={typed ? typedForm(typed) : nextForm(asked, todayOf(ctx))}
      entryKey={(typed && fieldValue(typed, '_key')) || randomUUID()}
      errors={errors}
      done={typed ? undefined : done}
      products={productOptions(products, frame)}
      rows={volumeRows(volumes.rows, frame)}
      filter={filter}
      csvHref={address(undefined, undefined, `${VOLUMES}/csv`)}
      pager={{
        first: input.older || input.newer ? address() : undefined,
        newer: volumes.newer && address('newer', volumes.newer),
        older: volumes.older && address('older', volumes.older),
      }}
    />,
    errors.status,
  );
}

/** The filter as the address carries it, in the terms of the query. */
function queryOf(request: PageRequest): VolumeQuery {
  const asked = singleValues(fieldsOf(request.url.searchParams));
  return VolumeQuery.parse({
    ...asked,
    customer: asked.fuer,
    product: asked.art,
    from: asked.von,
    to: asked.bis,
  });
}

/** Everything that the filter leaves, as a file. */
function saveList(request: PageRequest): Promise<Response> {
  const { language } = request.ctx;
  const volumes = allVolumes(staffCtx(request), queryOf(request));
  return downloadTable(request, 'csv', { ...volumeTable(volumes, language), name: words[language].csv.file });
}

/** The next slip is often of the same firm and day. */
const nextForm = (asked: Record<string, string>, today: Temporal.PlainDate) =>
  typedForm(
    fieldsOf([
      ['customer', asked.customer ?? ''],
      ['date', asked.date || today.toString()],
    ]),
  );

async function record(request: PageRequest): Promise<Response> {
  const fields = await formOf(request);
  const input = { ...singleValues(fields), key: fieldValue(fields, '_key') };
  const result = await refusalOf(() => recordVolume(staffCtx(request), input));
  if ('refusal' in result) return showList(request, fields, result.refusal);
  const next = { erfasst: '1', customer: fieldValue(fields, 'customer'), date: fieldValue(fields, 'date') };
  return redirect(request, `${VOLUMES}?${new URLSearchParams(next)}`);
}

async function showOne(
  request: PageRequest,
  after?: { failed: 'correct' | 'remove'; fields: FormFields; refusal: Refusal },
): Promise<Response> {
  const ctx = staffCtx(request);
  const frame = frameOf(request);
  requireVolumeClerk(ctx);
  const { id } = volumeIdOf(request);
  const { volume, products } = await deskTransaction(ctx, async (tx) => ({
    volume: (await findVolume(tx, id)) ?? refuse({ code: 'not-found' }),
    products: await volumeProducts(tx),
  }));
  const labels = { ...words[frame.language].fields, why: words[frame.language].fields.reason };
  const errors = after ? formErrors(request, after.refusal, labels) : noErrors;
  return page(
    request,
    <VolumePage
      frame={frame}
      id={id}
      version={volume.version}
      facts={volumeFacts(volume, frame)}
      isInvoiced={volume.invoice_id !== null}
      form={after?.failed === 'correct' ? typedForm(after.fields) : storedForm(volume)}
      products={productOptions(products, frame)}
      errors={errors}
      failed={after?.failed}
      wasCorrected={request.url.searchParams.has('berichtigt')}
    />,
    errors.status,
  );
}

async function correct(request: PageRequest): Promise<Response> {
  const { id } = volumeIdOf(request);
  const fields = await formOf(request);
  const result = await refusalOf(() => correctVolume(staffCtx(request), { ...singleValues(fields), id }));
  if ('done' in result) return redirect(request, `${volumeHref(id)}?berichtigt=1`);
  return showOne(request, { failed: 'correct', fields, refusal: result.refusal });
}

async function remove(request: PageRequest): Promise<Response> {
  const { id } = volumeIdOf(request);
  const fields = await formOf(request);
  const input = { id, version: fieldValue(fields, 'version'), reason: fieldValue(fields, 'why') };
  const result = await refusalOf(() => removeVolume(staffCtx(request), input));
  if ('done' in result) return redirect(request, `${VOLUMES}?entfernt=1`);
  return showOne(request, { failed: 'remove', fields, refusal: named(result.refusal) });
}

/** The reason for removing has a name of its own on the page, where there are two forms. */
const named = (refusal: Refusal): Refusal =>
  refusal.code === 'invalid'
    ? {
        ...refusal,
        fields: refusal.fields.map((one) => (one.field === 'reason' ? { ...one, field: 'why' } : one)),
      }
    : refusal;

/** The id of the address. What is no id is nobody's. */
function volumeIdOf({ params }: PageRequest) {
  const id = VolumeId.safeParse({ id: params.id });
  return id.success ? id.data : refuse({ code: 'not-found' });
}
