import type { Frame } from '../frame.ts';
import { CUSTOMER_NAV, entriesFor } from '../nav.ts';
import { words } from '../words.ts';
import { BrandMark } from './brand-mark.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { ActingLine, SignOut, WhoIsSignedIn } from './viewer-block.tsx';

/** Brand, main navigation, and who is signed in. */
export function SiteHeader({ frame, active }: { frame: Frame; active?: string | undefined }) {
  const t = words[frame.language];
  const entries = frame.viewer ? entriesFor(frame.viewer.can, frame.nav ?? CUSTOMER_NAV) : [];
  return (
    <header class="site-header">
      <div class="bar">
        <a class="brand" href="/" aria-label={t.home(frame.carrier.name)}>
          <BrandMark />
          <span>
            {frame.carrier.name} <b>{t.portal}</b>
          </span>
        </a>
        {entries.length > 0 && (
          <nav class="main-nav" aria-label={t.mainNav}>
            <ul>
              {entries.map((entry) => (
                <li key={entry.href}>
                  <a href={entry.href} aria-current={entry.href === active ? 'page' : undefined}>
                    {entry.text[frame.language]}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <div class="viewer">
          {frame.viewer && <WhoIsSignedIn language={frame.language} viewer={frame.viewer} />}
          <LanguageSwitch frame={frame} />
          {frame.viewer && <SignOut frame={frame} />}
        </div>
        {frame.viewer?.hasOtherCustomers && <ActingLine language={frame.language} viewer={frame.viewer} />}
      </div>
    </header>
  );
}
