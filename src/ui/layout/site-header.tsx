import type { Frame } from '../frame.ts';
import { CUSTOMER_NAV, entriesFor } from '../nav.ts';
import { words } from '../words.ts';
import { BrandMark } from './brand-mark.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { MainNav } from './main-nav.tsx';
import { NoticesLink } from './notices-link.tsx';
import { ActingLine, SignOut, WhoIsSignedIn } from './viewer-block.tsx';

/**
 * Brand, main navigation, and who is signed in. On a phone navigation, language and the way out lie behind one
 * button: `details` opens without JavaScript, and what it opens are the elements after it.
 */
export function SiteHeader({ frame, active }: { frame: Frame; active?: string | undefined }) {
  const t = words[frame.language];
  const { viewer, notices } = frame;
  const entries = viewer ? entriesFor(viewer.can, frame.nav ?? CUSTOMER_NAV) : [];
  return (
    <header class="site-header">
      <div class="bar">
        <a class="brand" href="/" aria-label={t.home(frame.carrier.name)}>
          <BrandMark />
          <span>
            {frame.carrier.name} <b>{t.portal}</b>
          </span>
        </a>
        {notices && <NoticesLink language={frame.language} notices={notices} />}
        {entries.length > 0 && (
          <details class="menu">
            <summary>{t.menu}</summary>
          </details>
        )}
        {entries.length > 0 && <MainNav language={frame.language} entries={entries} active={active} />}
        <div class="viewer">
          {viewer && <WhoIsSignedIn language={frame.language} viewer={viewer} />}
          <LanguageSwitch frame={frame} />
          {viewer && <SignOut frame={frame} />}
        </div>
        {viewer?.hasOtherCustomers && <ActingLine language={frame.language} viewer={viewer} />}
      </div>
    </header>
  );
}
