import { mayLoseAdmin } from '../../domain/giving-rights.ts';
import { type Refusal, Refused, refuse } from '../../domain/refusal.ts';
import { type CustomerCtx, personIdOf, transaction } from '../../platform/context.ts';
import {
  clearedCookie,
  customerCtx,
  type FormErrors,
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
import { SIGN_IN } from '../sign-in/index.ts';
import { changeMainContact } from './members/change-main-contact.ts';
import { changeRights, rightsKey } from './members/change-rights.ts';
import { deactivateMember, reactivateMember } from './members/deactivate-member.ts';
import { deleteMember } from './members/delete-member.ts';
import { activeAdmins, findMember } from './members/queries.ts';
import { unwatchMember, watchMember } from './members/watch-member.ts';
import { DeletePage } from './pages/delete-page.tsx';
import { MemberPage } from './pages/member-page.tsx';
import { deleteHref, memberHref } from './paths.ts';
import { grantsOf, rightsView } from './rights-form.ts';
import { doneAddress, idOf } from './route-parts.ts';
import { type Done, words } from './words.ts';

const MEMBER = memberHref(':id');

export const memberRoutes: readonly Route[] = [
  { method: 'GET', path: MEMBER, access: 'admin', confirm: true, handle: (request) => showMember(request) },
  { method: 'POST', path: `${MEMBER}/rechte`, access: 'admin', confirm: true, handle: saveRights },
  change('deaktivieren', deactivateMember, 'deactivated'),
  change('aktivieren', reactivateMember, 'reactivated'),
  change('freigabe-noetig', watchMember, 'watched'),
  change('freigabe-entfaellt', unwatchMember, 'unwatched'),
  change('hauptkontakt', changeMainContact, 'mainContact'),
  { method: 'GET', path: deleteHref(':id'), access: 'users.delete', confirm: true, handle: askToDelete },
  { method: 'POST', path: deleteHref(':id'), access: 'users.delete', confirm: true, handle: remove },
];

/** A button on the page of a member: what it does, and what the list says then. */
function change(
  path: string,
  verb: (ctx: CustomerCtx, input: { personId: number }) => Promise<void>,
  done: Done,
): Route {
  return {
    method: 'POST',
    path: `${MEMBER}/${path}`,
    access: 'admin',
    confirm: true,
    async handle(request) {
      const result = await refusalOf(() => verb(customerCtx(request), { personId: idOf(request) }));
      return 'done' in result
        ? redirect(request, doneAddress(done))
        : showMember(request, sayOnPage(request, result.refusal));
    },
  };
}

/** What the page of the member can say; anything else is said on a page of its own. */
function sayOnPage(request: PageRequest, refusal: Refusal): FormErrors {
  if (refusal.code !== 'last-admin' && refusal.code !== 'stale') throw new Refused(refusal);
  return formErrors(request, refusal, {});
}

async function showMember(request: PageRequest, errors: FormErrors = noErrors): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const { language, formats } = frame;
  const { member, isLastAdmin } = await load(ctx, idOf(request));
  const { lastSignInAt } = member;
  return page(
    request,
    <MemberPage
      frame={frame}
      member={{
        ...member,
        lastSignIn: lastSignInAt ? formats.dateTime(lastSignInAt) : words[language].list.never,
      }}
      rights={rightsView(ctx.grants, member, language, { withAdmin: true })}
      seen={rightsKey(member)}
      isSelf={member.personId === personIdOf(ctx)}
      isLastAdmin={isLastAdmin}
      errors={errors}
    />,
    errors.status,
  );
}

async function load(ctx: CustomerCtx, personId: number) {
  const { member, admins } = await transaction(ctx, async (tx) => ({
    member: await findMember(tx, personId),
    admins: (await activeAdmins(tx)).map((admin) => admin.personId),
  }));
  if (!member) refuse({ code: 'not-found' });
  return { member, isLastAdmin: mayLoseAdmin(personId, admins) !== undefined };
}

async function saveRights(request: PageRequest): Promise<Response> {
  const fields = await formOf(request);
  const { seen } = singleValues(fields);
  const input = { personId: idOf(request), ...grantsOf(fields), seen };
  const result = await refusalOf(() => changeRights(customerCtx(request), input));
  return 'done' in result
    ? redirect(request, doneAddress('rights'))
    : showMember(request, sayOnPage(request, result.refusal));
}

async function askToDelete(request: PageRequest): Promise<Response> {
  const ctx = customerCtx(request);
  const { member, isLastAdmin } = await load(ctx, idOf(request));
  const isOutOfReach = member.isAdmin && !ctx.grants.isAdmin;
  return page(
    request,
    <DeletePage
      frame={frameOf(request)}
      member={member}
      isSelf={member.personId === personIdOf(ctx)}
      obstacle={isLastAdmin ? 'last-admin' : isOutOfReach ? 'admin-only' : undefined}
    />,
  );
}

async function remove(request: PageRequest): Promise<Response> {
  const ctx = customerCtx(request);
  const personId = idOf(request);
  await deleteMember(ctx, { personId });
  if (personId !== personIdOf(ctx)) return redirect(request, doneAddress('deleted'));
  // whoever deleted themselves is signed out
  request.answerHeaders.set('set-cookie', clearedCookie(request.isHttps));
  return redirect(request, `${SIGN_IN}?abgemeldet=1`);
}
