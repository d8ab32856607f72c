import type { NavEntry } from './nav.ts';

/**
 * The navigation of the desk in its order. An entry is shown when its page exists and the member of staff may see it:
 * the route of the page says who that is, so nothing about roles stands here.
 */
export const DESK_NAV: readonly NavEntry[] = [
  { href: '/desk/heute', text: { de: 'Heute', en: 'Today' } },
  { href: '/desk/einlieferungen', text: { de: 'Einlieferungen', en: 'Drop-offs' } },
  { href: '/desk/mengen', text: { de: 'Mengen', en: 'Volumes' } },
  { href: '/desk/kunden', text: { de: 'Kunden', en: 'Customers' } },
  { href: '/desk/anfragen', text: { de: 'Anfragen', en: 'Questions' } },
  { href: '/desk/rechnungen', text: { de: 'Rechnungen', en: 'Invoices' } },
  { href: '/desk/dokumente', text: { de: 'Dokumente', en: 'Documents' } },
  { href: '/desk/katalog', text: { de: 'Katalog', en: 'Catalogue' } },
  { href: '/desk/postfach', text: { de: 'Postfach', en: 'Mailbox' } },
  { href: '/desk/aufgaben', text: { de: 'Aufgaben', en: 'Jobs' } },
  { href: '/desk/protokoll', text: { de: 'Protokoll', en: 'Audit log' } },
  { href: '/desk/mitarbeitende', text: { de: 'Mitarbeitende', en: 'Staff' } },
];
