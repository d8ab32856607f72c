import type { Frame } from '../frame.ts';
import { words } from '../words.ts';

export interface KeysetPagerProps {
  frame: Frame;
  /** Address of the first page, when this is not it. */
  first?: string | undefined;
  newer?: string | undefined;
  older?: string | undefined;
}

/** Leafs through a list by where it stands, not by page numbers; shows nothing when all fits on one page. */
export function KeysetPager({ frame, first, newer, older }: KeysetPagerProps) {
  if (!first && !newer && !older) return null;
  const t = words[frame.language];
  return (
    <nav class="pager" aria-label={t.pagerLabel}>
      {first && (
        <a class="btn quiet" href={first}>
          {t.newest}
        </a>
      )}
      {newer && (
        <a class="btn" href={newer} rel="prev">
          <span aria-hidden="true">←</span> {t.newer}
        </a>
      )}
      {older && (
        <a class="btn" href={older} rel="next">
          {t.older} <span aria-hidden="true">→</span>
        </a>
      )}
    </nav>
  );
}
