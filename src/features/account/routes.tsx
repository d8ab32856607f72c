import { frameOf, type PageRequest, page, type Route } from '../../web/index.ts';
import { AccountPage } from './pages/account-page.tsx';

export const accountRoutes: readonly Route[] = [
  { method: 'GET', path: '/konto', access: 'signed-in', handle: showAccount },
];

function showAccount(request: PageRequest): Response {
  return page(request, <AccountPage frame={frameOf(request)} />);
}
