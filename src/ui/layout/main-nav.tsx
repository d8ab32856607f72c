import type { Language } from '../../platform/i18n/index.ts';
import type { NavEntry } from '../nav.ts';
import { words } from '../words.ts';

interface MainNavProps {
  language: Language;
  entries: readonly NavEntry[];
  /** `href` of the entry that the page belongs to. */
  active: string | undefined;
}

/** Where one can go from everywhere: a bar that wraps, on a phone a list. */
export function MainNav({ language, entries, active }: MainNavProps) {
  return (
    <nav class="main-nav" aria-label={words[language].mainNav}>
      <ul>
        {entries.map((entry) => (
          <li key={entry.href}>
            <a href={entry.href} aria-current={entry.href === active ? 'page' : undefined}>
              {entry.text[language]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
