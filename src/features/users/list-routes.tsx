import { type CustomerCtx, may, personIdOf, transaction } from '../../platform/context.ts';
import {
  customerCtx,
  downloadTable,
  frameOf,
  type PageRequest,
  page,
  type Route,
  TABLE_FORMATS,
  type TableFormat,
} from '../../web/index.ts';
import { openJoinRequests } from '../registration/index.ts';
import { csvRows } from './csv-view.ts';
import { openInvitations } from './invitations/queries.ts';
import { userRows, waitingViews } from './list-view.ts';
import { listMembers } from './members/queries.ts';
import { UsersPage } from './pages/users-page.tsx';
import { EXPORT, USERS } from './paths.ts';
import { openRequests, openRequestsOf } from './requests/queries.ts';
import { doneOf } from './route-parts.ts';
import { words } from './words.ts';

export const listRoutes: readonly Route[] = [
  { method: 'GET', path: USERS, access: 'signed-in', handle: showUsers },
  ...TABLE_FORMATS.map(
    (format): Route => ({
      method: 'GET',
      path: `${EXPORT}.${format}`,
      access: 'admin',
      handle: (request) => exportUsers(request, format),
    }),
  ),
];

async function showUsers(request: PageRequest): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const { grants } = ctx;
  const personId = personIdOf(ctx);
  const mayInvite = may(ctx, 'users.invite');
  const listed = await load(ctx, mayInvite);
  const reader = {
    personId,
    grants,
    mayInvite,
    mayDelete: may(ctx, 'users.delete'),
    hasAskedDeletion: listed.own.some(({ kind }) => kind === 'deletion'),
  };
  return page(
    request,
    <UsersPage
      frame={frame}
      rows={userRows(listed, reader, frame.formats, ctx.now)}
      waiting={waitingViews(grants.isAdmin ? listed.requests : [], listed.joins, frame.formats)}
      mayInvite={mayInvite}
      isAdmin={grants.isAdmin}
      done={doneOf(request)}
    />,
  );
}

function load(ctx: CustomerCtx, mayInvite: boolean) {
  const personId = personIdOf(ctx) ?? 0;
  return transaction(ctx, async (tx) => ({
    members: await listMembers(tx),
    invitations: mayInvite ? await openInvitations(tx) : [],
    joins: mayInvite ? await openJoinRequests(tx) : [],
    requests: ctx.grants.isAdmin ? await openRequests(tx) : [],
    own: await openRequestsOf(tx, personId),
  }));
}

async function exportUsers(request: PageRequest, format: TableFormat): Promise<Response> {
  const ctx = customerCtx(request);
  const { formats, language } = frameOf(request);
  return downloadTable(request, format, {
    name: `${words[language].csv.fileName}-${ctx.customer.number}`,
    ...csvRows(await load(ctx, true), formats),
  });
}
