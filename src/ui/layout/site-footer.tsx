import type { Frame } from '../frame.ts';
import { PhoneLink } from '../parts/phone-link.tsx';
import { words } from '../words.ts';

/** Where help is, by phone and by reading, and what the law wants on every page. */
export function SiteFooter({ frame }: { frame: Frame }) {
  const t = words[frame.language];
  const { carrier } = frame;
  return (
    <footer class="site-footer">
      <div class="bar">
        <p>
          {t.servicePhone} <PhoneLink number={carrier.phone} />
          <span class="hours">{carrier.phoneHours}</span>
        </p>
        <nav aria-label={t.footerNav}>
          <ul>
            <li>
              <a href="/hilfe">{t.help}</a>
            </li>
            <li>
              <a href="/kontakt">{t.contact}</a>
            </li>
            <li>
              <a href="/impressum">{t.imprint}</a>
            </li>
            <li>
              <a href="/datenschutz">{t.privacy}</a>
            </li>
            <li>
              <a href="/barrierefreiheit">{t.accessibility}</a>
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  );
}
