import type { Language } from '../../platform/i18n/index.ts';
import type { Frame, Viewer } from '../frame.ts';
import { Form } from '../parts/form.tsx';
import { words } from '../words.ts';

/** The person, and the firm that they act for. */
export function WhoIsSignedIn({ language, viewer }: { language: Language; viewer: Viewer }) {
  return (
    <p class={viewer.hasOtherCustomers ? 'who several' : 'who'}>
      <span>
        <b>{viewer.customerName}</b>{' '}
        <span class="num">
          <span class="sr">{words[language].customerNumber} </span>
          {viewer.customerNumber}
        </span>
        {viewer.hasOtherCustomers && (
          <>
            {' '}
            <a href="/konto/firma-wechseln">{words[language].switchCustomer}</a>
          </>
        )}
      </span>
      <span>{viewer.name}</span>
    </p>
  );
}

/** The way out. A POST, so that no link or prefetch can end a session. */
export function SignOut({ frame }: { frame: Frame }) {
  return (
    <Form frame={frame} action="/abmelden" plain>
      <button class="btn quiet" type="submit">
        {words[frame.language].signOut}
      </button>
    </Form>
  );
}
