import type { Language } from '../../platform/i18n/index.ts';
import type { Approvals } from '../frame.ts';
import { type NavEntry, ORDERS_ENTRY } from '../nav.ts';
import { words } from '../words.ts';

interface MainNavProps {
  language: Language;
  entries: readonly NavEntry[];
  /** `href` of the entry that the page belongs to. */
  active: string | undefined;
  approvals: Approvals | undefined;
}

/** Where one can go from everywhere: a bar that wraps, on a phone a list. */
export function MainNav({ language, entries, active, approvals }: MainNavProps) {
  return (
    <nav class="main-nav" aria-label={words[language].mainNav}>
      <ul>
        {entries.map((entry) => (
          <li key={entry.href}>
            <a href={entry.href} aria-current={entry.href === active ? 'page' : undefined}>
              {entry.text[language]}
            </a>
            {approvals && entry.href === ORDERS_ENTRY && (
              <ApprovalsLink language={language} approvals={approvals} />
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Beside the orders: how many of them wait for the viewer. An entry of its own would wrap the bar. */
function ApprovalsLink({ language, approvals }: { language: Language; approvals: Approvals }) {
  const text = words[language].approvals(approvals.waiting);
  return (
    <a class="waiting" href={approvals.href} title={text}>
      <Waiting approvals={approvals} /> <span class="sr">{text}</span>
    </a>
  );
}

/** The number alone, for the eye. */
export function Waiting({ approvals: { waiting } }: { approvals: Approvals }) {
  return (
    <span class="count" aria-hidden="true">
      {waiting > 99 ? '99+' : waiting}
    </span>
  );
}
