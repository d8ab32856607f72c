import { frameOf, type PageRequest, page, type Route, staffCtx } from '../../../web/index.ts';
import { CUSTOMERS } from '../paths.ts';
import { openRequests } from '../requests/open.ts';
import { FirmListPage } from './list-page.tsx';
import { findFirms } from './search-firms.ts';

export const searchRoutes: readonly Route[] = [
  { method: 'GET', path: CUSTOMERS, access: 'staff:care', handle: showList },
];

async function showList(request: PageRequest): Promise<Response> {
  const ctx = staffCtx(request);
  const { searchParams } = request.url;
  const after = searchParams.get('after') ?? '';
  const [found, open] = await Promise.all([
    findFirms(ctx, searchParams.get('q') ?? '', after),
    openRequests(ctx),
  ]);
  return page(
    request,
    <FirmListPage frame={frameOf(request)} found={found} isFirst={after === ''} requests={open.forDesk} />,
  );
}
