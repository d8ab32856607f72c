import { randomUUID } from 'node:crypto';
import { type Refusal, Refused } from '../../../../domain/refusal.ts';
import { may, transaction } from '../../../../platform/context.ts';
import { DescriptionList, Notice } from '../../../../ui/index.ts';
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
import { conflictView, mergedValues, removalView } from '../../conflict.ts';
import { historyView } from '../../history.ts';
import { noRightWords } from '../../no-right.ts';
import { ThingPage } from '../../pages/thing-page.tsx';
import { addAddress } from '../add-address.ts';
import { changeAddress } from '../change-address.ts';
import { AddressForm } from '../pages/address-form.tsx';
import type { StoredAddress } from '../queries.ts';
import { type AddressQuestion, addressQuestion } from '../question.ts';
import { AddressValues } from '../schemas.ts';
import { notServedAt } from '../served.ts';
import {
  ADDRESSES,
  addressFacts,
  addressHref,
  NEW_ADDRESS,
  questionView,
  type TypedAddress,
  typedAddress,
} from '../view.ts';
import { words } from '../words.ts';
import { load, upcomingNote } from './load.ts';

/** What somebody sent and why it was not saved: the form is shown again as they left it. */
interface Attempt {
  readonly fields: FormFields;
  readonly refusal?: Refusal;
  readonly question?: AddressQuestion | undefined;
}

/** The form of a new address, also after it was not accepted. */
export async function showNew(
  request: PageRequest,
  attempt?: Attempt,
  removed?: ReturnType<typeof removalView>,
) {
  const frame = frameOf(request);
  const t = words[frame.language];
  const errors = attempt?.refusal && !removed ? formErrors(request, attempt.refusal, t.fields) : noErrors;
  const typed = attempt ? typedAddress(attempt.fields) : NEW_ADDRESS;
  return page(
    request,
    <ThingPage
      frame={frame}
      title={t.newTitle}
      back={{ href: ADDRESSES, text: t.title }}
      errors={errors}
      failed={removed !== undefined}
    >
      {attempt && (await notServedNotice(request, typed))}
      <AddressForm
        frame={frame}
        action={ADDRESSES}
        typed={typed}
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

/** A hint, no refusal: where the address is meant to be served and no tour goes. */
async function notServedNotice(request: PageRequest, address: TypedAddress) {
  const frame = frameOf(request);
  const notServed = await transaction(customerCtx(request), (tx) => notServedAt(tx, [address], frame));
  const text = notServed(address);
  return (
    text && (
      <Notice tone="warn" title={words[frame.language].notServed}>
        <p>{text}</p>
      </Notice>
    )
  );
}

/** Takes the form of a new address. */
export async function add(request: PageRequest): Promise<Response> {
  const fields = await formOf(request);
  const question = questionAbout(fields, undefined);
  if (question) return showNew(request, { fields, question });
  const input = { ...singleValues(fields), key: fieldValue(fields, '_key') };
  const result = await refusalOf(() => addAddress(customerCtx(request), input));
  if ('done' in result) {
    const added = new URLSearchParams({ ok: 'add', plz: fieldValue(fields, 'postcode') });
    return redirect(request, `${ADDRESSES}?${added}`);
  }
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

/** One address: its form or its facts, with its history; also after a change was not accepted. */
export async function showOne(request: PageRequest, attempt?: Attempt): Promise<Response> {
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
  const shown = collision ? mergedValues(collision) : attempt ? typedAddress(attempt.fields) : values;
  return page(
    request,
    <ThingPage
      frame={frame}
      title={values.label}
      back={{ href: ADDRESSES, text: t.title }}
      notes={[
        archivedAt && t.isRemoved({ at: frame.formats.dateTime(archivedAt) }),
        upcomingNote(upcoming, request),
        !mayEdit && noRightWords(request, 'masterData.edit'),
      ].filter((note) => typeof note === 'string')}
      history={historyView(rows, t, frame)}
      removeHref={mayEdit && !archivedAt ? `${addressHref(id)}/entfernen` : undefined}
      done={request.url.searchParams.get('ok') === 'change' ? t.done.change : undefined}
      errors={errors}
      failed={isStale}
    >
      {!archivedAt && (await notServedNotice(request, shown))}
      {mayEdit && !archivedAt ? (
        <AddressForm
          frame={frame}
          action={addressHref(id)}
          typed={shown}
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

/** Takes the form of an address. */
export async function change(request: PageRequest): Promise<Response> {
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
