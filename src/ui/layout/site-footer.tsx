import type { Frame } from '../frame.ts';
import { words } from '../words.ts';

/** Where help is, by phone and by reading, and what the law wants on every page. */
export function SiteFooter({ frame }: { frame: Frame }) {
  const t = words[frame.language];
  const { carrier } = frame;
  return (
    <footer class="site-footer">
      <div class="bar">
        <p>
          {t.servicePhone} <a href={telephone(carrier.phone)}>{unbroken(carrier.phone)}</a>
          <span class="hours">{carrier.phoneHours}</span>
        </p>
        <nav aria-label={t.footerNav}>
          <ul>
            <li>
              <a href="/hilfe">{t.help}</a>
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

/** A number that is broken over two lines is dialled wrong. */
function unbroken(phone: string): string {
  return phone.replaceAll(' ', '\u00a0');
}

/** A number as people write it, as a link that a phone can dial: "030 123-45" → "tel:03012345". */
export function telephone(phone: string): string {
  return `tel:${phone.replace(/[^+\d]/g, '')}`;
}
