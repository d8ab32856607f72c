import { type Refusal, refuse } from '../../../../domain/refusal.ts';
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
import { removeContact } from '../remove-contact.ts';
import { CONTACTS, contactFacts, contactHref } from '../view.ts';
import { words } from '../words.ts';
import { load } from './load.ts';

/** Asks before a contact is removed, also when it could not be. */
export async function askToRemove(request: PageRequest, refusal?: Refusal): Promise<Response> {
  const frame = frameOf(request);
  const t = words[frame.language];
  const { contact } = await load(request, customerCtx(request));
  if (!contact) return refuse({ code: 'not-found' });
  const { id, values, version } = contact;
  const errors = refusal ? formErrors(request, refusal, {}) : noErrors;
  return page(
    request,
    <RemovalPage
      frame={frame}
      href={contactHref(id)}
      name={values.name}
      words={{
        title: t.removeTitle({ name: values.name }),
        question: t.removeQuestion,
        text: t.removeText,
        yes: t.removeYes,
        no: t.removeNo,
      }}
      facts={contactFacts(values, frame)}
      version={version}
      errors={errors}
    />,
    errors.status,
  );
}

/** Removes a contact for whom that was asked. */
export async function remove(request: PageRequest): Promise<Response> {
  const fields = await formOf(request);
  const input = { ...singleValues(fields), id: rowIdOf(request) };
  const result = await refusalOf(() => removeContact(customerCtx(request), input));
  if ('done' in result || (await isRemoved(request))) return redirect(request, `${CONTACTS}?ok=remove`);
  return askToRemove(request, result.refusal);
}

/** Whoever wants to remove somebody is content when a colleague did it first. */
async function isRemoved(request: PageRequest): Promise<boolean> {
  const { contact, rows } = await load(request, customerCtx(request));
  return !contact && rows[0]?.action === 'contact.remove';
}
