import type { Frame } from '../frame.ts';
import { CUSTOMER_NAV, entriesFor, type NavEntry } from '../nav.ts';
import { words } from '../words.ts';
import { BrandMark } from './brand-mark.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { MainNav, Waiting } from './main-nav.tsx';
import { NoticesLink } from './notices-link.tsx';
import { ActingLine, SignOut, WhoIsSignedIn } from './viewer-block.tsx';

/**
 * Brand, main navigation, and who is signed in. On a phone navigation, language and the way out lie behind one
 * button: `details` opens without JavaScript, and what it opens are the elements after it.
 */
export function SiteHeader({ frame, active }: { frame: Frame; active?: string | undefined }) {
  const t = words[frame.language];
  const { viewer, staff, notices, approvals } = frame;
  const entries = entriesOf(frame);
  return (
    <header class="site-header">
      <div class="bar">
        <a
          class="brand"
          href={frame.area === 'desk' ? '/desk' : '/'}
          aria-label={(frame.area === 'desk' ? t.deskHome : t.home)(frame.carrier.name)}
        >
          <BrandMark />
          <span>
            {frame.carrier.name} <b>{frame.area === 'desk' ? t.desk : t.portal}</b>
          </span>
        </a>
        {notices && <NoticesLink language={frame.language} notices={notices} />}
        {entries.length > 0 && (
          <details class="menu">
            <summary>
              {t.menu}
              {approvals && (
                <>
                  <Waiting approvals={approvals} /> <span class="sr">{t.approvals(approvals.waiting)}</span>
                </>
              )}
            </summary>
          </details>
        )}
        {entries.length > 0 && (
          <MainNav language={frame.language} entries={entries} active={active} approvals={approvals} />
        )}
        <div class="viewer">
          {viewer && <WhoIsSignedIn language={frame.language} viewer={viewer} />}
          {staff && (
            <p class="who">
              <span>
                <a href="/desk/zugang">{staff.name}</a>
              </span>
            </p>
          )}
          <LanguageSwitch frame={frame} />
          {(viewer || staff) && !frame.viewing && <SignOut frame={frame} />}
        </div>
        {viewer?.hasOtherCustomers && <ActingLine language={frame.language} viewer={viewer} />}
      </div>
    </header>
  );
}

/** Whoever is not signed in has nowhere to go yet. */
function entriesOf({ viewer, staff, nav }: Frame): readonly NavEntry[] {
  if (staff) return nav ?? [];
  return viewer ? entriesFor(viewer.can, nav ?? CUSTOMER_NAV) : [];
}
