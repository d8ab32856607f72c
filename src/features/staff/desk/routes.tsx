import { EmptyState, Layout, PageHeading } from '../../../ui/index.ts';
import { deskNavOf, frameOf, type PageRequest, page, type Route, redirect } from '../../../web/index.ts';
import { DESK } from '../paths.ts';
import { words } from '../words.ts';

export const deskRoutes: readonly Route[] = [
  { method: 'GET', path: DESK, access: 'staff', handle: showDesk },
];

/** The first page that the member of staff may see; a page that says so when there is none. */
function showDesk(request: PageRequest): Response {
  const [first] = deskNavOf(request);
  if (first) return redirect(request, first.href);
  const frame = frameOf(request);
  const t = words[frame.language].home;
  return page(
    request,
    <Layout frame={frame} title={t.title}>
      <PageHeading title={t.title} />
      <EmptyState title={t.empty} text={t.emptyText} />
    </Layout>,
  );
}
