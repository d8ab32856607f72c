import type { ComponentChildren } from 'preact';
import type { Frame } from './frame.ts';
import { DemoBanner } from './layout/demo-banner.tsx';
import { Head } from './layout/head.tsx';
import { SiteFooter } from './layout/site-footer.tsx';
import { SiteHeader } from './layout/site-header.tsx';
import { ViewingBanner } from './layout/viewing-banner.tsx';
import { words } from './words.ts';

export interface LayoutProps {
  frame: Frame;
  /** What the page is about; the portal's name is added. */
  title: string;
  /** `href` of the navigation entry that this page belongs to. */
  active?: string;
  /** `narrow` for a single short form such as signing in. */
  width?: 'normal' | 'narrow';
  /** The form on this page was not accepted: the title says so first, as a screen reader reads it first. */
  failed?: boolean;
  children?: ComponentChildren;
}

/** The whole document around a page. */
export function Layout({ frame, title, active, width = 'normal', failed, children }: LayoutProps) {
  const t = words[frame.language];
  return (
    <html lang={frame.language}>
      <Head frame={frame} title={failed ? t.errorPrefix + title : title} />
      <body>
        <a class="skip" href="#inhalt">
          {t.skipToContent}
        </a>
        {frame.demo && <DemoBanner language={frame.language} />}
        {frame.viewing && <ViewingBanner frame={frame} viewing={frame.viewing} />}
        <SiteHeader frame={frame} active={active} />
        <main id="inhalt" tabIndex={-1} class={width === 'narrow' ? 'page narrow' : 'page'}>
          {children}
        </main>
        <SiteFooter frame={frame} />
      </body>
    </html>
  );
}
