import type { Refusal } from '../../domain/refusal.ts';
import {
  customerCtx,
  type FormErrors,
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
import { acceptInvitation, readInvitation } from './invitations/accept-invitation.ts';
import { renewInvitation, withdrawInvitation } from './invitations/change-invitation.ts';
import { invitePeople } from './invitations/invite-people.ts';
import { addressesIn } from './invitations/schemas.ts';
import { InvitationAcceptedPage, InvitationPage } from './pages/invitation-page.tsx';
import { InvitePage } from './pages/invite-page.tsx';
import { INVITATION_ACCEPTED, INVITE, invitationHref, openInvitationHref } from './paths.ts';
import { grantsOf, rightsView, USUAL_GRANTS } from './rights-form.ts';
import { grantsInWords } from './rights-words.ts';
import { doneAddress, idOf } from './route-parts.ts';
import { words } from './words.ts';

const OPEN = openInvitationHref(':id');

export const invitationRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: INVITE,
    access: 'users.invite',
    confirm: true,
    handle: (request) => showInvite(request),
  },
  { method: 'POST', path: INVITE, access: 'users.invite', confirm: true, handle: invite },
  { method: 'POST', path: `${OPEN}/erneuern`, access: 'users.invite', handle: renew },
  { method: 'POST', path: `${OPEN}/zurueckziehen`, access: 'users.invite', handle: withdraw },
  { method: 'GET', path: INVITATION_ACCEPTED, access: 'public', handle: showAccepted },
  {
    method: 'GET',
    path: invitationHref(':token'),
    access: 'public',
    handle: (request) => showInvitation(request),
  },
  { method: 'POST', path: invitationHref(':token'), access: 'public', handle: accept },
];

const visitOf = ({ services, clientAddress }: PageRequest) => ({ appKey: services.appKey, clientAddress });

interface Typed {
  readonly emails: string;
  readonly language: string;
  readonly grants: Parameters<typeof rightsView>[1];
}

function showInvite(request: PageRequest, typed?: Typed, errors: FormErrors = noErrors): Response {
  const ctx = customerCtx(request);
  const { emails, language, grants } = typed ?? { emails: '', language: ctx.language, grants: USUAL_GRANTS };
  return page(
    request,
    <InvitePage
      frame={frameOf(request)}
      emails={emails}
      language={language}
      rights={rightsView(ctx.grants, grants, ctx.language, { withAdmin: true })}
      errors={errors}
    />,
    errors.status,
  );
}

async function invite(request: PageRequest): Promise<Response> {
  const fields = await formOf(request);
  const grants = grantsOf(fields);
  const input = { ...singleValues(fields), ...grants };
  const result = await refusalOf(() => invitePeople(customerCtx(request), visitOf(request), input));
  if ('done' in result) return redirect(request, doneAddress('invited'));
  const emails = fieldValue(fields, 'emails');
  const typed = { emails, language: fieldValue(fields, 'language'), grants };
  return showInvite(request, typed, inviteErrors(request, result.refusal, emails));
}

/** What is wrong with one of the addresses is said at their common field, with the address. */
function inviteErrors(request: PageRequest, refusal: Refusal, emails: string): FormErrors {
  const t = words[request.ctx.language].invite;
  const typed = addressesIn(emails);
  const labels = Object.fromEntries(typed.map((email, at) => [`emails.${at}`, email]));
  const errors = formErrors(request, refusal, { emails: t.emails, ...labels, language: t.language });
  const isAddress = (field: string | undefined) => field?.startsWith('emails.');
  const summary = errors.summary.map((one) => (isAddress(one.field) ? { ...one, field: 'emails' } : one));
  const first = errors.summary.find(({ field }) => isAddress(field));
  return {
    ...errors,
    summary,
    of: (field) => (field === 'emails' ? first?.message : undefined) ?? errors.of(field),
  };
}

async function renew(request: PageRequest): Promise<Response> {
  await renewInvitation(customerCtx(request), visitOf(request), { invitationId: idOf(request) });
  return redirect(request, doneAddress('renewed'));
}

async function withdraw(request: PageRequest): Promise<Response> {
  await withdrawInvitation(customerCtx(request), { invitationId: idOf(request) });
  return redirect(request, doneAddress('withdrawn'));
}

async function showInvitation(
  request: PageRequest,
  name = '',
  errors: FormErrors = noErrors,
): Promise<Response> {
  const { token = '' } = request.params;
  const frame = frameOf(request);
  const { language, formats } = frame;
  const { actor } = request.ctx;
  const found = await readInvitation(request.ctx, token);
  const t = words[language].invitation;
  const isSignedIn = actor.kind === 'person' && actor.personId === found.account?.personId;
  return page(
    request,
    <InvitationPage
      frame={frame}
      action={invitationHref(token)}
      customer={found.customer.name}
      items={[
        { term: t.customer, value: found.customer.name },
        { term: t.customerNumber, value: found.customer.number },
        { term: t.host, value: found.invitedBy ?? frame.carrier.name },
        { term: t.email, value: found.email },
        { term: t.rights, value: grantsInWords(found, language).join(', ') },
        { term: t.until, value: formats.dateTime(found.expiresAt) },
      ]}
      who={isSignedIn ? 'signed-in' : found.account ? 'known' : 'new'}
      name={name}
      errors={errors}
    />,
    errors.status,
  );
}

async function accept(request: PageRequest): Promise<Response> {
  const { ctx, params } = request;
  const fields = await formOf(request);
  const result = await refusalOf(() =>
    acceptInvitation(ctx, visitOf(request), params.token ?? '', singleValues(fields)),
  );
  if ('done' in result) {
    return redirect(request, `${INVITATION_ACCEPTED}?${NUMBER}=${result.done.customer.number}`);
  }
  const { name, password } = words[ctx.language].invitation;
  const errors = formErrors(request, result.refusal, { name, password });
  return showInvitation(request, fieldValue(fields, 'name'), errors);
}

const NUMBER = 'kundennummer';

function showAccepted(request: PageRequest): Response {
  const said = request.url.searchParams.get(NUMBER) ?? '';
  const number = /^D\d{1,12}$/.test(said) ? said : undefined;
  return page(request, <InvitationAcceptedPage frame={frameOf(request)} number={number} />);
}
