import type { ComponentChildren } from 'preact';
import { type Frame, Layout, PageHeading, type PageHeadingProps } from '../../../ui/index.ts';
import { BILLING, DEBITS, INVOICES, OPEN_ITEMS, REMINDERS } from '../paths.ts';
import { words } from '../words.ts';

export interface BillingLayoutProps {
  frame: Frame;
  title: string;
  /** The tab that the page lies under. */
  tab: string;
  heading?: Omit<PageHeadingProps, 'title'>;
  failed?: boolean;
  children?: ComponentChildren;
}

/** The frame of every page of billing: heading and tabs. */
export function BillingLayout({ frame, title, tab, heading, failed, children }: BillingLayoutProps) {
  const t = words[frame.language].tabs;
  const tabs = [
    [BILLING, t.run],
    [INVOICES, t.invoices],
    [OPEN_ITEMS, t.openItems],
    [DEBITS, t.debits],
    [REMINDERS, t.reminders],
  ] as const;
  return (
    <Layout frame={frame} title={title} active={BILLING} {...(failed ? { failed } : {})}>
      <PageHeading title={title} {...heading} />
      <nav class="tabs" aria-label={t.label}>
        <ul>
          {tabs.map(([href, text]) => (
            <li key={href}>
              <a href={href} aria-current={href === tab ? 'page' : undefined}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </Layout>
  );
}
