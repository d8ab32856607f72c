import type { Language } from '../../platform/i18n/index.ts';
import type { Notices } from '../frame.ts';
import { Icon } from '../parts/icon.tsx';
import { words } from '../words.ts';

/** Leads to what has happened, and says how much of it is new. */
export function NoticesLink({ language, notices }: { language: Language; notices: Notices }) {
  const t = words[language];
  return (
    <a class="notices" href={notices.href}>
      <Icon name="bell" />
      <span class="sr">{t.notices(notices.unread)}</span>
      {notices.unread > 0 && (
        <span class="count" aria-hidden="true">
          {notices.unread > 99 ? '99+' : notices.unread}
        </span>
      )}
    </a>
  );
}
