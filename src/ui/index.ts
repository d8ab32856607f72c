export { DESK_NAV } from './desk-nav.ts';
export type { Carrier, Frame, Notices, Staff, Viewer } from './frame.ts';
export { Layout, type LayoutProps } from './layout.tsx';
export { CUSTOMER_NAV, entriesFor, type NavEntry } from './nav.ts';
export * from './parts/index.ts';
export { renderPage } from './render.ts';
