import { mayLoseAdmin } from '../../domain/giving-rights.ts';
import { refuse } from '../../domain/refusal.ts';
import { type CustomerCtx, transaction } from '../../platform/context.ts';
import {
  customerCtx,
  formOf,
  frameOf,
  type PageRequest,
  page,
  type Route,
  redirect,
  rightName,
  singleValues,
} from '../../web/index.ts';
import { acceptJoinRequest, declineJoinRequest, findJoinRequest } from '../registration/index.ts';
import { activeAdmins, findMember } from './members/queries.ts';
import { JoinPage } from './pages/join-page.tsx';
import { RightAskedPage } from './pages/missing-right-page.tsx';
import { RequestPage } from './pages/request-page.tsx';
import { ASK_FOR_RIGHT, joinRequestHref, memberRequestHref, OWN_DELETION } from './paths.ts';
import { answerRequest } from './requests/answer-request.ts';
import { requestDeletion, requestRight } from './requests/make-request.ts';
import { findRequest } from './requests/queries.ts';
import { grantsOf, rightsView, USUAL_GRANTS } from './rights-form.ts';
import { grantsInWords, rightMeaning } from './rights-words.ts';
import { doneAddress, idOf } from './route-parts.ts';
import { words } from './words.ts';

const REQUEST = memberRequestHref(':id');
const JOIN = joinRequestHref(':id');

export const requestRoutes: readonly Route[] = [
  { method: 'POST', path: ASK_FOR_RIGHT, access: 'signed-in', handle: askForRight },
  { method: 'GET', path: ASK_FOR_RIGHT, access: 'signed-in', handle: showAsked },
  { method: 'POST', path: OWN_DELETION, access: 'signed-in', handle: askForDeletion },
  { method: 'GET', path: REQUEST, access: 'admin', confirm: true, handle: showRequest },
  { method: 'POST', path: `${REQUEST}/gewaehren`, access: 'admin', confirm: true, handle: answer(true) },
  { method: 'POST', path: `${REQUEST}/ablehnen`, access: 'admin', confirm: true, handle: answer(false) },
  { method: 'GET', path: JOIN, access: 'users.invite', confirm: true, handle: showJoin },
  { method: 'POST', path: `${JOIN}/annehmen`, access: 'users.invite', confirm: true, handle: acceptJoin },
  { method: 'POST', path: `${JOIN}/ablehnen`, access: 'users.invite', confirm: true, handle: declineJoin },
];

async function askForRight(request: PageRequest): Promise<Response> {
  await requestRight(customerCtx(request), singleValues(await formOf(request)));
  return redirect(request, ASK_FOR_RIGHT);
}

function showAsked(request: PageRequest): Response {
  return page(request, <RightAskedPage frame={frameOf(request)} />);
}

async function askForDeletion(request: PageRequest): Promise<Response> {
  await requestDeletion(customerCtx(request));
  return redirect(request, doneAddress('deletionAsked'));
}

async function showRequest(request: PageRequest): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const { language, formats } = frame;
  const { asked, member, admins } = await load(ctx, idOf(request));
  const t = words[language].request;
  const { right } = asked;
  const isLast = asked.kind === 'deletion' && mayLoseAdmin(member.personId, admins) !== undefined;
  return page(
    request,
    <RequestPage
      frame={frame}
      requestId={asked.id}
      kind={asked.kind}
      items={[
        { term: t.who, value: `${asked.person.name}, ${asked.person.email}` },
        { term: t.asked, value: formats.dateTime(asked.createdAt) },
        { term: t.rights, value: grantsInWords(member, language).join(', ') },
        ...(right
          ? [
              { term: t.right, value: rightName(right, language) },
              { term: t.meaning, value: rightMeaning(right, language) },
            ]
          : []),
      ]}
      obstacle={asked.isGranted !== undefined ? 'answered' : isLast ? 'last-admin' : undefined}
    />,
  );
}

async function load(ctx: CustomerCtx, requestId: number) {
  const found = await transaction(ctx, async (tx) => {
    const asked = await findRequest(tx, requestId);
    const member = asked && (await findMember(tx, asked.person.id));
    return member && { asked, member, admins: (await activeAdmins(tx)).map(({ personId }) => personId) };
  });
  return found ?? refuse({ code: 'not-found' });
}

function answer(isGranted: boolean): Route['handle'] {
  return async (request) => {
    await answerRequest(customerCtx(request), { requestId: idOf(request), isGranted });
    return redirect(request, doneAddress(isGranted ? 'granted' : 'declined'));
  };
}

async function showJoin(request: PageRequest): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const { language, formats } = frame;
  const join = await transaction(ctx, (tx) => findJoinRequest(tx, idOf(request)));
  if (!join) refuse({ code: 'not-found' });
  const t = words[language].request;
  return page(
    request,
    <JoinPage
      frame={frame}
      requestId={join.id}
      items={[
        { term: t.who, value: `${join.name}, ${join.email}` },
        { term: t.asked, value: formats.dateTime(join.createdAt) },
      ]}
      rights={rightsView(ctx.grants, USUAL_GRANTS, language, { withAdmin: false })}
    />,
  );
}

async function acceptJoin(request: PageRequest): Promise<Response> {
  const { rights } = grantsOf(await formOf(request));
  await acceptJoinRequest(customerCtx(request), { requestId: idOf(request), rights });
  return redirect(request, doneAddress('granted'));
}

async function declineJoin(request: PageRequest): Promise<Response> {
  await declineJoinRequest(customerCtx(request), { requestId: idOf(request) });
  return redirect(request, doneAddress('declined'));
}
