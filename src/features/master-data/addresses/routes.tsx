import { randomUUID } from 'node:crypto';
import { type Refusal, Refused, refuse } from '../../../domain/refusal.ts';
import { type CustomerCtx, may, transaction } from '../../../platform/context.ts';
import { DescriptionList } from '../../../ui/index.ts';
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
  rightName,
  singleValues,
} from '../../../web/index.ts';
import { conflictView, mergedValues, removalView } from '../conflict.ts';
import { historyView } from '../history.ts';
import { RemovalPage } from '../pages/removal-page.tsx';
import { ThingPage } from '../pages/thing-page.tsx';
import { auditOf } from '../queries.ts';
import { rowIdOf } from '../row-id.ts';
import { words as shared } from '../words.ts';
import { addAddress } from './add-address.ts';
import { changeAddress } from './change-address.ts';
import { AddressForm } from './pages/address-form.tsx';
import { AddressListPage } from './pages/address-list-page.tsx';
import {
  addressLabels,
  findAddress,
  listAddresses,
  type StoredAddress,
  upcomingOrdersAt,
} from './queries.ts';
import { type AddressQuestion, addressQuestion } from './question.ts';
import { removeAddress } from './remove-address.ts';
import { AddressValues } from './schemas.ts';
import {
  ADDRESSES,
  addressFacts,
  addressHref,
  addressRows,
  NEW_ADDRESS,
  namer,
  questionView,
  typedAddress,
} from './view.ts';
import { words } from './words.ts';

export const addressRoutes: readonly Route[] = [
  { method: 'GET', path: ADDRESSES, access: 'signed-in', handle: showList },
  {
    method: 'GET',
    path: `${ADDRESSES}/neu`,
    access: 'masterData.edit',
    handle: (request) => showNew(request),
  },
  { method: 'POST', path: ADDRESSES, access: 'masterData.edit', handle: add },
  { method: 'GET', path: `${ADDRESSES}/:id`, access: 'signed-in', handle: (request) => showOne(request) },
  { method: 'POST', path: `${ADDRESSES}/:id`, access: 'masterData.edit', handle: change },
  {
    method: 'GET',
    path: `${ADDRESSES}/:id/entfernen`,
    access: 'masterData.edit',
    handle: (request) => askToRemove(request),
  },
  { method: 'POST', path: `${ADDRESSES}/:id/entfernen`, access: 'masterData.edit', handle: remove },
];

const SHOWN_CHANGES = 30;
const LATEST_CHANGES = 8;

/** What somebody sent and why it was not saved: the form is shown again as they left it. */
interface Attempt {
  readonly fields: FormFields;
  readonly refusal?: Refusal;
  readonly question?: AddressQuestion | undefined;
}

async function showList(request: PageRequest): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const t = words[frame.language];
  const { addresses, rows, labels } = await transaction(ctx, async (tx) => ({
    addresses: await listAddresses(tx),
    rows: await auditOf(tx, 'address/', LATEST_CHANGES),
    labels: await addressLabels(tx),
  }));
  const done = request.url.searchParams.get('ok');
  return page(
    request,
    <AddressListPage
      frame={frame}
      rows={addressRows(addresses, frame.formats)}
      history={historyView(rows, t, frame, namer(labels))}
      mayEdit={may(ctx, 'masterData.edit')}
      noRight={noRight(request)}
      done={done === 'add' || done === 'remove' ? t.done[done] : undefined}
    />,
  );
}

const noRight = ({ ctx: { language } }: PageRequest) =>
  shared[language].noRight({ right: rightName('masterData.edit', language) });

async function showNew(request: PageRequest, attempt?: Attempt, removed?: ReturnType<typeof removalView>) {
  const frame = frameOf(request);
  const t = words[frame.language];
  const errors = attempt?.refusal && !removed ? formErrors(request, attempt.refusal, t.fields) : noErrors;
  return page(
    request,
    <ThingPage
      frame={frame}
      title={t.newTitle}
      back={{ href: ADDRESSES, text: t.title }}
      errors={errors}
      failed={removed !== undefined}
    >
      <AddressForm
        frame={frame}
        action={ADDRESSES}
        typed={attempt ? typedAddress(attempt.fields) : NEW_ADDRESS}
        errors={errors}
        idempotencyKey={randomUUID()}
        isDefault={false}
        question={questionView(attempt?.question, frame)}
        conflict={removed}
      />
    </ThingPage>,
    removed ? 409 : errors.status,
  );
}

async function add(request: PageRequest): Promise<Response> {
  const fields = await formOf(request);
  const question = questionAbout(fields, undefined);
  if (question) return showNew(request, { fields, question });
  const input = { ...singleValues(fields), key: fieldValue(fields, '_key') };
  const result = await refusalOf(() => addAddress(customerCtx(request), input));
  if ('done' in result) return redirect(request, `${ADDRESSES}?ok=add`);
  if (result.refusal.code === 'key-reused') throw new Refused(result.refusal);
  return showNew(request, { fields, refusal: result.refusal });
}

/** Asked when all else is in order: first what must be mended, then what may be. */
function questionAbout(fields: FormFields, stored: StoredAddress | undefined): AddressQuestion | undefined {
  const typed = AddressValues.safeParse(singleValues(fields));
  return typed.success
    ? addressQuestion(typed.data, fieldValue(fields, 'confirmed'), stored?.values)
    : undefined;
}

/** The address that the request names, with its history. Refuses with `not-found`, also for another firm's. */
async function load(request: PageRequest, ctx: CustomerCtx) {
  const id = rowIdOf(request);
  const loaded = await transaction(ctx, async (tx) => ({
    address: await findAddress(tx, id),
    rows: await auditOf(tx, `address/${id}`, SHOWN_CHANGES),
    upcoming: await upcomingOrdersAt(tx, id, ctx.now),
  }));
  const { address } = loaded;
  return address ? { ...loaded, address } : refuse({ code: 'not-found' });
}

async function showOne(request: PageRequest, attempt?: Attempt): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const t = words[frame.language];
  const { address, rows, upcoming } = await load(request, ctx);
  const { id, values, version, archivedAt } = address;
  if (attempt && archivedAt) return showNew(request, attempt, removalView(rows[0], frame));

  const isStale = attempt?.refusal?.code === 'stale';
  const errors = attempt?.refusal && !isStale ? formErrors(request, attempt.refusal, t.fields) : noErrors;
  const mayEdit = may(ctx, 'masterData.edit');
  const typedVersion = attempt ? Number(fieldValue(attempt.fields, 'version')) : version;
  const parsed = isStale ? AddressValues.safeParse(singleValues(attempt.fields)) : undefined;
  const collision = parsed?.success && { current: values, version, typed: parsed.data, typedVersion, rows };
  return page(
    request,
    <ThingPage
      frame={frame}
      title={values.label}
      back={{ href: ADDRESSES, text: t.title }}
      notes={[
        archivedAt && t.isRemoved({ at: frame.formats.dateTime(archivedAt) }),
        upcomingNote(upcoming, request),
        !mayEdit && noRight(request),
      ].filter((note) => typeof note === 'string')}
      history={historyView(rows, t, frame)}
      removeHref={mayEdit && !archivedAt ? `${addressHref(id)}/entfernen` : undefined}
      done={request.url.searchParams.get('ok') === 'change' ? t.done.change : undefined}
      errors={errors}
      failed={isStale}
    >
      {mayEdit && !archivedAt ? (
        <AddressForm
          frame={frame}
          action={addressHref(id)}
          typed={collision ? mergedValues(collision) : attempt ? typedAddress(attempt.fields) : values}
          // an entry to be mended is mended on the version that it was typed for
          version={isStale ? version : typedVersion}
          errors={errors}
          isDefault={values.isDefaultBilling}
          question={questionView(attempt?.question, frame)}
          conflict={collision ? conflictView(collision, addressHref(id), t, frame) : undefined}
        />
      ) : (
        <DescriptionList frame={frame} items={addressFacts(values, frame)} />
      )}
    </ThingPage>,
    isStale ? 409 : errors.status,
  );
}

function upcomingNote(count: number, request: PageRequest): string | undefined {
  if (count === 0) return undefined;
  const { language, formats } = frameOf(request);
  return words[language].upcoming({ count: formats.number(count), one: count === 1 });
}

async function change(request: PageRequest): Promise<Response> {
  const ctx = customerCtx(request);
  const fields = await formOf(request);
  const { address } = await load(request, ctx);
  const question = questionAbout(fields, address);
  if (question) return showOne(request, { fields, question });
  const input = { ...singleValues(fields), id: address.id };
  const result = await refusalOf(() => changeAddress(ctx, input));
  if ('done' in result) return redirect(request, `${addressHref(address.id)}?ok=change`);
  return showOne(request, { fields, refusal: result.refusal });
}

async function askToRemove(request: PageRequest, refusal?: Refusal): Promise<Response> {
  const frame = frameOf(request);
  const t = words[frame.language];
  const { address, upcoming } = await load(request, customerCtx(request));
  const { id, values, version, archivedAt } = address;
  if (archivedAt) return redirect(request, addressHref(id));
  const errors = refusal ? formErrors(request, refusal, {}) : noErrors;
  return page(
    request,
    <RemovalPage
      frame={frame}
      href={addressHref(id)}
      name={values.label}
      words={{
        title: t.removeTitle({ label: values.label }),
        question: t.removeQuestion,
        text: t.removeText,
        yes: t.removeYes,
        no: t.removeNo,
      }}
      facts={addressFacts(values, frame)}
      version={version}
      note={upcomingNote(upcoming, request)}
      obstacle={values.isDefaultBilling ? t.removeDefault : undefined}
      errors={errors}
    />,
    errors.status,
  );
}

async function remove(request: PageRequest): Promise<Response> {
  const fields = await formOf(request);
  const input = { ...singleValues(fields), id: rowIdOf(request) };
  const result = await refusalOf(() => removeAddress(customerCtx(request), input));
  if ('done' in result) return redirect(request, `${ADDRESSES}?ok=remove`);
  return askToRemove(request, result.refusal);
}
