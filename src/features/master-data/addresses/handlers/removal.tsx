import type { Refusal } from '../../../../domain/refusal.ts';
import {
  customerCtx,
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
import { RemovalPage } from '../../pages/removal-page.tsx';
import { rowIdOf } from '../../row-id.ts';
import { removeAddress } from '../remove-address.ts';
import { ADDRESSES, addressFacts, addressHref } from '../view.ts';
import { words } from '../words.ts';
import { load, upcomingNote } from './load.ts';

/** Asks before an address is removed, also when it could not be. */
export async function askToRemove(request: PageRequest, refusal?: Refusal): Promise<Response> {
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

/** Removes an address for which that was asked. */
export async function remove(request: PageRequest): Promise<Response> {
  const fields = await formOf(request);
  const input = { ...singleValues(fields), id: rowIdOf(request) };
  const result = await refusalOf(() => removeAddress(customerCtx(request), input));
  if ('done' in result) return redirect(request, `${ADDRESSES}?ok=remove`);
  return askToRemove(request, result.refusal);
}
