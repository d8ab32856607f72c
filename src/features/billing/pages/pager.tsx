import type { Frame } from '../../../ui/index.ts';
import { words } from '../words.ts';

export interface PagerProps {
  readonly back?: string | undefined;
  readonly next?: string | undefined;
  readonly text?: string | undefined;
}

/** Leafs through a list of the desk by pages; shows nothing when all fits on one. */
export function Pager({ frame, back, next, text }: PagerProps & { frame: Frame }) {
  if (!back && !next) return null;
  const t = words[frame.language];
  return (
    <nav class="pager" aria-label={t.pages}>
      {back && (
        <a class="btn" href={back} rel="prev">
          <span aria-hidden="true">←</span> {t.newer}
        </a>
      )}
      {text && <span>{text}</span>}
      {next && (
        <a class="btn" href={next} rel="next">
          {t.older} <span aria-hidden="true">→</span>
        </a>
      )}
    </nav>
  );
}

/** The same as buttons of a form, which takes along what was ticked; `back` and `next` are numbers of pages. */
export function PagerButtons({
  frame,
  name,
  back,
  next,
  text,
}: {
  frame: Frame;
  name: string;
  back: number | undefined;
  next: number | undefined;
  text: string;
}) {
  if (!back && !next) return null;
  const t = words[frame.language];
  return (
    <nav class="pager" aria-label={t.pages}>
      {back && (
        <button type="submit" class="btn" name={name} value={String(back)}>
          <span aria-hidden="true">←</span> {t.newer}
        </button>
      )}
      <span>{text}</span>
      {next && (
        <button type="submit" class="btn" name={name} value={String(next)}>
          {t.older} <span aria-hidden="true">→</span>
        </button>
      )}
    </nav>
  );
}
