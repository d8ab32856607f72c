import { may, transaction } from '../../../../platform/context.ts';
import { customerCtx, frameOf, type PageRequest, page } from '../../../../web/index.ts';
import { historyView } from '../../history.ts';
import { noRightWords } from '../../no-right.ts';
import { auditOf } from '../../queries.ts';
import { AddressListPage } from '../pages/address-list-page.tsx';
import { addressLabels, listAddresses } from '../queries.ts';
import { addressRows, namer } from '../view.ts';
import { words } from '../words.ts';

const LATEST_CHANGES = 8;

/** All addresses of the firm. */
export async function showList(request: PageRequest): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const t = words[frame.language];
  const { addresses, rows, labels } = await transaction(ctx, async (tx) => ({
    addresses: await listAddresses(tx),
    rows: await auditOf(tx, 'address/', LATEST_CHANGES),
    labels: await addressLabels(tx),
  }));
  const done = request.url.searchParams.get('ok');
  return page(
    request,
    <AddressListPage
      frame={frame}
      rows={addressRows(addresses, frame.formats)}
      history={historyView(rows, t, frame, namer(labels))}
      mayEdit={may(ctx, 'masterData.edit')}
      noRight={noRightWords(request, 'masterData.edit')}
      done={done === 'add' || done === 'remove' ? t.done[done] : undefined}
    />,
  );
}
