import { refuse } from '../../domain/refusal.ts';
import { requireAdmin, transaction } from '../../platform/context.ts';
import {
  clearedViewCookie,
  customerCtx,
  END_VIEW,
  frameOf,
  type PageRequest,
  page,
  type Route,
  redirect,
} from '../../web/index.ts';
import { endView } from './begin-view.ts';
import { latestViews } from './queries.ts';
import { VIEWS, ViewsPage } from './views-page.tsx';
import { words } from './words.ts';

export const customerViewRoutes: readonly Route[] = [
  { method: 'GET', path: VIEWS, access: 'admin', handle: showViews },
  // open to everybody, and for whoever is no clerk in a view there is nothing here
  { method: 'POST', path: END_VIEW, access: 'public', handle: end },
];

const MOST_SHOWN = 100;

async function showViews(request: PageRequest): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  requireAdmin(ctx);
  const views = await transaction(ctx, (tx) => latestViews(tx, MOST_SHOWN));
  const { formats } = frame;
  const t = words[frame.language];
  return page(
    request,
    <ViewsPage
      frame={frame}
      rows={views.map(({ staffName, reason, begunAt, endsAt, endedAt, pages }) => ({
        who: staffName,
        when: `${formats.dateTime(begunAt)} ${t.until} ${formats.dateTime(endedAt ?? endsAt)}`,
        why: reason,
        pages: formats.number(pages),
      }))}
    />,
  );
}

async function end(request: PageRequest): Promise<Response> {
  const { viewing, services } = request;
  if (!viewing) refuse({ code: 'not-found' });
  // the context of a view only reads; that it ends is for the desk to write down
  await endView({ ...customerCtx(request), db: services.db }, viewing.id);
  request.answerHeaders.append('set-cookie', clearedViewCookie(request.isHttps));
  return redirect(request, `/desk/kunden/${viewing.customer.number}`);
}
