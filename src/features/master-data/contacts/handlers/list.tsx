import { may, transaction } from '../../../../platform/context.ts';
import { customerCtx, frameOf, type PageRequest, page } from '../../../../web/index.ts';
import { historyView } from '../../history.ts';
import { noRightWords } from '../../no-right.ts';
import { auditOf } from '../../queries.ts';
import { ContactListPage } from '../pages/contact-list-page.tsx';
import { listContacts } from '../queries.ts';
import { contactRows, namer } from '../view.ts';
import { words } from '../words.ts';

const LATEST_CHANGES = 8;

/** All contacts of the firm. */
export async function showList(request: PageRequest): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const t = words[frame.language];
  const { contacts, rows } = await transaction(ctx, async (tx) => ({
    contacts: await listContacts(tx),
    rows: await auditOf(tx, 'contact/', LATEST_CHANGES),
  }));
  const done = request.url.searchParams.get('ok');
  return page(
    request,
    <ContactListPage
      frame={frame}
      rows={contactRows(contacts)}
      history={historyView(rows, t, frame, namer(contacts))}
      mayEdit={may(ctx, 'masterData.edit')}
      noRight={noRightWords(request, 'masterData.edit')}
      done={done === 'add' || done === 'remove' ? t.done[done] : undefined}
    />,
  );
}
