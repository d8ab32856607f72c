import { frameOf, type PageRequest, page, type Route } from '../../../web/index.ts';
import { readServicePromise } from '../hours/queries.ts';
import { hoursView } from '../hours/view.ts';
import { HELP } from '../paths.ts';
import { FaqPage } from './faq-page.tsx';
import { readFaq } from './search-faq.ts';
import { faqGroups } from './view.ts';
import { words } from './words.ts';

export const faqRoutes: readonly Route[] = [
  { method: 'GET', path: HELP, access: 'public', handle: showHelp },
];

async function showHelp(request: PageRequest): Promise<Response> {
  const { ctx } = request;
  const frame = frameOf(request);
  const [{ search, entries }, hours] = await Promise.all([
    readFaq(ctx, request.url.searchParams.get('q') ?? ''),
    readServicePromise(ctx.db, ctx),
  ]);
  const t = words[frame.language];
  const isSearch = search !== '';
  const count = entries.length;
  return page(
    request,
    <FaqPage
      frame={frame}
      search={search}
      summary={count === 0 ? t.nothing : isSearch ? t.found({ count }) : t.all({ count })}
      groups={faqGroups(entries, isSearch, frame.language)}
      hours={hoursView(hours, ctx.now, frame.formats)}
    />,
  );
}
