import type { Frame, Viewer } from '../frame.ts';
import { Form } from '../parts/form.tsx';
import { words } from '../words.ts';

/** Which firm the person acts for, and the way out. */
export function ViewerBlock({ frame, viewer }: { frame: Frame; viewer: Viewer }) {
  const t = words[frame.language];
  return (
    <>
      <p class="who">
        <span>
          <b>{viewer.customerName}</b>{' '}
          <span class="num">
            <span class="sr">{t.customerNumber} </span>
            {viewer.customerNumber}
          </span>
        </span>
        <span>{viewer.name}</span>
      </p>
      <Form frame={frame} action="/abmelden" plain>
        <button class="btn quiet" type="submit">
          {t.signOut}
        </button>
      </Form>
    </>
  );
}
