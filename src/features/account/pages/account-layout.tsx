import type { ComponentChildren } from 'preact';
import { type Frame, Layout, PageHeading } from '../../../ui/index.ts';
import { tabsFor } from '../tabs.ts';
import { words } from '../words.ts';

export interface AccountLayoutProps {
  frame: Frame;
  /** What this page is about, for the title of the window. The h1 names the whole area: cards begin with h2. */
  title: string;
  /** `href` of the tab that the page belongs to. */
  tab?: string;
  /** The form on this page was not accepted. */
  failed?: boolean;
  children?: ComponentChildren;
}

/** The frame of every page below `/konto`: heading and tabs. */
export function AccountLayout({ frame, title, tab, failed, children }: AccountLayoutProps) {
  const t = words[frame.language];
  const tabs = frame.viewer ? tabsFor(frame.viewer) : [];
  return (
    <Layout frame={frame} title={title} active="/konto" {...(failed ? { failed } : {})}>
      <PageHeading
        title={t.title}
        lead={
          frame.viewer && t.lead({ customer: frame.viewer.customerName, number: frame.viewer.customerNumber })
        }
      />
      <nav class="tabs" aria-label={t.tabs}>
        <ul>
          {tabs.map(({ href, text }) => (
            <li key={href}>
              <a href={href} aria-current={href === tab ? 'page' : undefined}>
                {text[frame.language]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </Layout>
  );
}
