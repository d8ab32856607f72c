export { AccountLayout, type AccountLayoutProps } from './pages/account-layout.tsx';
export { accountRoutes } from './routes.tsx';
export { ACCOUNT_TABS, type AccountTab } from './tabs.ts';
