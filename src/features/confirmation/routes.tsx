import type { Refusal } from '../../domain/refusal.ts';
import { isConfirmed } from '../../platform/context.ts';
import { actingPerson, personTransaction } from '../../platform/person-scope.ts';
import {
  continueAs,
  customerCtx,
  deviceTokenOf,
  type FormFields,
  fieldsOf,
  formOf,
  frameOf,
  json,
  noErrors,
  type PageRequest,
  page,
  type Route,
  redirect,
  refusalOf,
  retryLater,
  sessionIdOf,
  singleValues,
} from '../../web/index.ts';
import { ceremonyVisit, challengePath, ownPasskeyFor, relyingPartyOf } from '../passkeys/index.ts';
import { interrupted, type Onward, onwardOf, withOnward } from '../sign-in/index.ts';
import { confirmationErrors, goOnConfirmed } from './answers.tsx';
import { type ConfirmVisit, confirmByPasskey, confirmIdentity } from './confirm-identity.ts';
import { needsOf } from './needs.ts';
import { ConfirmationPage, type ConfirmationPageProps } from './pages/confirmation-page.tsx';
import { PASSKEY_PATH, PATH } from './paths.ts';

export const confirmationRoutes: readonly Route[] = [
  { method: 'GET', path: PATH, access: 'signed-in', handle: ask },
  { method: 'POST', path: PATH, access: 'signed-in', handle: submit },
  { method: 'POST', path: challengePath(PASSKEY_PATH), access: 'signed-in', handle: giveChallenge },
  { method: 'POST', path: PASSKEY_PATH, access: 'signed-in', handle: submitPasskey },
];

/**
 * Answers a request that needs a fresh proof of identity. A page is come back to; a form keeps what was typed into
 * it, and is sent again only when the person says so.
 */
export async function showConfirmation(request: PageRequest): Promise<Response> {
  const onward = await interrupted(request);
  if (request.method !== 'POST') return redirect(request, withOnward(PATH, onward));
  return form(request, { onward, form: onward.isLost ? 'lost' : 'kept' }, 403);
}

function ask(request: PageRequest): Response | Promise<Response> {
  const onward = { ...onwardOf(request, fieldsOf(request.url.searchParams)), carried: '' };
  return isConfirmed(request.ctx) ? redirect(request, onward.address) : form(request, { onward });
}

async function submit(request: PageRequest): Promise<Response> {
  const fields = await formOf(request);
  const result = await refusalOf(() =>
    confirmIdentity(customerCtx(request), visitOf(request), singleValues(fields)),
  );
  return 'done' in result
    ? goOn(request, result.done, onwardOf(request, fields))
    : askAgain(request, fields, result.refusal);
}

async function giveChallenge(request: PageRequest): Promise<Response> {
  return json(request, await ownPasskeyFor(customerCtx(request), ceremonyVisit(request), 'confirm'));
}

async function submitPasskey(request: PageRequest): Promise<Response> {
  const fields = await formOf(request);
  const visit = { ...visitOf(request), ceremony: ceremonyVisit(request) };
  const result = await refusalOf(() => confirmByPasskey(customerCtx(request), visit, singleValues(fields)));
  return 'done' in result
    ? goOn(request, result.done, onwardOf(request, fields))
    : askAgain(request, fields, result.refusal);
}

function visitOf(request: PageRequest): ConfirmVisit {
  return {
    appKey: request.services.appKey,
    sessionId: sessionIdOf(request),
    deviceToken: deviceTokenOf(request),
  };
}

async function goOn(request: PageRequest, token: string, onward: Onward): Promise<Response> {
  const confirmed = await continueAs(request, { token, language: request.cookie?.language });
  return goOnConfirmed(confirmed, onward, '/');
}

async function askAgain(request: PageRequest, fields: FormFields, refusal: Refusal): Promise<Response> {
  const errors = confirmationErrors(request, refusal);
  return retryLater(await form(request, { onward: onwardOf(request, fields), errors }), refusal);
}

type Shown = Pick<ConfirmationPageProps, 'onward'> & Partial<Pick<ConfirmationPageProps, 'form' | 'errors'>>;

async function form(
  request: PageRequest,
  { onward, form, errors = noErrors }: Shown,
  status?: number,
): Promise<Response> {
  const ctx = customerCtx(request);
  const device = deviceTokenOf(request);
  const needs = await personTransaction(ctx, (tx, { personId }) => needsOf(tx, ctx, personId, device));
  return page(
    request,
    <ConfirmationPage
      frame={frameOf(request)}
      needs={needs}
      email={actingPerson(ctx).email}
      takesPasskey={needs.hasPasskey && relyingPartyOf(request) !== undefined}
      onward={onward}
      form={form}
      errors={errors}
    />,
    status ?? errors.status,
  );
}
