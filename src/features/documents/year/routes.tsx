import { customerCtx, frameOf, type PageRequest, page, type Route } from '../../../web/index.ts';
import { YEAR_PATH } from '../paths.ts';
import { aroundTheList } from '../place/show-documents.ts';
import { YearPage } from './pages/year-page.tsx';
import { showYear } from './show-year.ts';
import { costView, volumeView } from './view.ts';

export const yearRoutes: readonly Route[] = [
  { method: 'GET', path: YEAR_PATH, access: 'documents.view', handle: show },
];

async function show(request: PageRequest): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const asked = request.url.searchParams.get('jahr') ?? '';
  const [figures, { newOf }] = await Promise.all([
    showYear(ctx, /^\d{4}$/.test(asked) ? Number(asked) : undefined),
    aroundTheList(ctx),
  ]);
  return page(
    request,
    <YearPage
      frame={frame}
      newOf={newOf}
      figures={figures}
      costs={costView(figures, frame.formats)}
      volumes={volumeView(figures, frame.formats)}
    />,
  );
}
