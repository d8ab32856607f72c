import type { Language } from '../../platform/i18n/index.ts';
import { words } from '../words.ts';

/** Says above everything else that nothing here is real, and where the mails of the demo lie. */
export function DemoBanner({ language }: { language: Language }) {
  const t = words[language];
  return (
    <aside class="demo" aria-label={t.demoTitle}>
      <p>
        <b>{t.demoTitle}</b> <span class="demo-more">{t.demoText}</span>{' '}
        <a href="/vorfuehrung/postfach">{t.demoMailbox}</a>
      </p>
    </aside>
  );
}
