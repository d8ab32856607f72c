import type { ComponentChildren } from 'preact';
import { DOCUMENT_FOLDERS, type DocumentFolder } from '../../../../domain/documents/index.ts';
import { type Frame, Layout, PageHeading } from '../../../../ui/index.ts';
import { DOCUMENTS_PATH, FOLDER_PATHS, YEAR_PATH } from '../../paths.ts';
import { words } from '../words.ts';

export interface DocumentsFrameProps {
  frame: Frame;
  /** The tab that the page is. */
  tab: DocumentFolder | 'year';
  newOf: (folder: DocumentFolder) => number;
  actions?: ComponentChildren;
  children?: ComponentChildren;
}

/** Heading and tabs of "Rechnungen und Berichte". Orders have their own place in the menu and stand here too. */
export function DocumentsFrame({ frame, tab, newOf, actions, children }: DocumentsFrameProps) {
  const t = words[frame.language];
  const tabs = [
    ...DOCUMENT_FOLDERS.map((folder) => ({
      href: FOLDER_PATHS[folder],
      text: t.folders[folder],
      isCurrent: tab === folder,
      count: newOf(folder),
    })),
    { href: '/auftraege', text: t.orders, isCurrent: false, count: 0 },
    { href: YEAR_PATH, text: t.year, isCurrent: tab === 'year', count: 0 },
  ];
  const title = tab === 'year' ? t.year : t.folders[tab];
  return (
    <Layout frame={frame} title={`${title} · ${t.title}`} active={DOCUMENTS_PATH}>
      <PageHeading title={t.title} lead={t.lead} actions={actions} />
      <nav class="tabs" aria-label={t.tabs}>
        <ul>
          {tabs.map(({ href, text, isCurrent, count }) => (
            <li key={href}>
              <a href={href} aria-current={isCurrent ? 'page' : undefined}>
                {text}
                {count > 0 && <span class="count"> {t.newCount({ count })}</span>}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </Layout>
  );
}
