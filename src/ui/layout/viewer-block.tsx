import type { Language } from '../../platform/i18n/index.ts';
import type { Frame, Viewer } from '../frame.ts';
import { Form } from '../parts/form.tsx';
import { words } from '../words.ts';

interface WhoProps {
  language: Language;
  viewer: Viewer;
}

/** The person, and the firm that they act for. */
export function WhoIsSignedIn({ language, viewer }: WhoProps) {
  return (
    <p class="who">
      <span>
        <ActingFor language={language} viewer={viewer} />
      </span>
      <span>{viewer.name}</span>
    </p>
  );
}

/** The firm on a line of its own, where the room is short and there are others that it could be taken for. */
export function ActingLine({ language, viewer }: WhoProps) {
  return (
    <p class="acting">
      <ActingFor language={language} viewer={viewer} />
    </p>
  );
}

function ActingFor({ language, viewer }: WhoProps) {
  const t = words[language];
  return (
    <>
      <b>{viewer.customerName}</b>{' '}
      <span class="num">
        <span class="sr">{t.customerNumber} </span>
        {viewer.customerNumber}
      </span>
      {viewer.hasOtherCustomers && (
        <>
          {' '}
          <a href="/konto/firma-wechseln">{t.switchCustomer}</a>
        </>
      )}
    </>
  );
}

/** The way out. A POST, so that no link or prefetch can end a session. */
export function SignOut({ frame }: { frame: Frame }) {
  return (
    <Form frame={frame} action={frame.staff ? '/desk/abmelden' : '/abmelden'} plain>
      <button class="btn quiet" type="submit">
        {words[frame.language].signOut}
      </button>
    </Form>
  );
}
