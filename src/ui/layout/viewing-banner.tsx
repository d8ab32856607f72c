import type { Frame, Viewing } from '../frame.ts';
import { Form } from '../parts/form.tsx';
import { words } from '../words.ts';

/** Says above everything else whose pages these are and that nothing can be changed, with the way out. */
export function ViewingBanner({ frame, viewing }: { frame: Frame; viewing: Viewing }) {
  const t = words[frame.language];
  const { viewer, formats } = frame;
  return (
    <aside class="viewing" aria-label={t.viewingTitle}>
      <p>
        <b>{t.viewing({ firm: viewer?.customerName ?? '', until: formats.dateTime(viewing.endsAt) })}</b>{' '}
        {t.viewingReason({ reason: viewing.reason })}
      </p>
      <Form frame={frame} action="/ansicht/beenden" plain>
        <button class="btn" type="submit">
          {t.endViewing}
        </button>
      </Form>
    </aside>
  );
}
