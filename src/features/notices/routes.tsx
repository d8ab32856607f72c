import { transaction } from '../../platform/context.ts';
import { actingPerson } from '../../platform/person-scope.ts';
import {
  customerCtx,
  formOf,
  frameOf,
  type PageRequest,
  page,
  type Route,
  redirect,
  singleValues,
} from '../../web/index.ts';
import { markNotices } from './mark-notices.ts';
import { NoticesPage } from './pages/notices-page.tsx';
import { listNotices } from './queries.ts';
import { noticeView } from './view.ts';

const NOTICES = '/mitteilungen';

export const noticeRoutes: readonly Route[] = [
  { method: 'GET', path: NOTICES, access: 'signed-in', handle: show },
  { method: 'POST', path: `${NOTICES}/gelesen`, access: 'signed-in', handle: mark },
];

const PAGE_SIZE = 50;

async function show(request: PageRequest): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const { searchParams } = request.url;
  const before = /^[1-9]\d{0,14}$/.exec(searchParams.get('before') ?? '')?.[0];
  const { personId } = actingPerson(ctx);
  const { rows, hasMore } = await transaction(ctx, (tx) =>
    listNotices(tx, personId, before ? Number(before) : undefined, PAGE_SIZE),
  );
  return page(
    request,
    <NoticesPage
      frame={frame}
      notices={rows.map((notice) => noticeView(notice, frame.formats))}
      newest={before ? NOTICES : undefined}
      older={hasMore ? `${NOTICES}?before=${rows.at(-1)?.id}` : undefined}
      isDone={searchParams.has('ok')}
    />,
  );
}

async function mark(request: PageRequest): Promise<Response> {
  await markNotices(customerCtx(request), singleValues(await formOf(request)));
  return redirect(request, `${NOTICES}?ok=1`);
}
