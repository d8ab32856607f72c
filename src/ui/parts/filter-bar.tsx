import type { ComponentChildren } from 'preact';
import type { Frame } from '../frame.ts';
import { words } from '../words.ts';

export interface FilterBarProps {
  frame: Frame;
  action: string;
  /** Names the search for screen readers: "Aufträge filtern". */
  label: string;
  /** Some filter is set: offers the way back to the whole list. */
  active?: boolean;
  children: ComponentChildren;
}

/** A GET form over a list. A change is sent at once by the browser module, by the button without it. */
export function FilterBar({ frame, action, label, active, children }: FilterBarProps) {
  const t = words[frame.language];
  return (
    <search aria-label={label}>
      <form class="filter" method="get" action={action} data-filter="">
        {children}
        <div class="actions">
          <button class="btn" type="submit">
            {t.filter}
          </button>
          <span id="filter-reset" data-live="">
            {active && (
              <a class="btn quiet" href={action}>
                {t.resetFilter}
              </a>
            )}
          </span>
        </div>
      </form>
    </search>
  );
}
