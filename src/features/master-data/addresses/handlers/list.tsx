import { may, transaction } from '../../../../platform/context.ts';
import { customerCtx, frameOf, type PageRequest, page } from '../../../../web/index.ts';
import { historyView } from '../../history.ts';
import { noRightWords } from '../../no-right.ts';
import { auditOf } from '../../queries.ts';
import { AddressListPage } from '../pages/address-list-page.tsx';
import { addressLabels, listAddresses } from '../queries.ts';
import { Postcode } from '../schemas.ts';
import { notServedAt } from '../served.ts';
import { addressRows, namer } from '../view.ts';
import { words } from '../words.ts';

const LATEST_CHANGES = 8;

/** All addresses of the firm. */
export async function showList(request: PageRequest): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const t = words[frame.language];
  const { addresses, rows, labels, notServed } = await transaction(ctx, async (tx) => {
    const addresses = await listAddresses(tx);
    return {
      addresses,
      rows: await auditOf(tx, 'address/', LATEST_CHANGES),
      labels: await addressLabels(tx),
      notServed: await notServedAt(
        tx,
        addresses.map(({ values }) => values),
        frame,
      ),
    };
  });
  const { searchParams } = request.url;
  const done = searchParams.get('ok');
  const postcode = Postcode.safeParse(searchParams.get('plz')).data;
  const added = done === 'add' ? addresses.filter(({ values }) => values.postcode === postcode) : [];
  return page(
    request,
    <AddressListPage
      frame={frame}
      rows={addressRows(addresses, notServed, frame.formats)}
      history={historyView(rows, t, frame, namer(labels))}
      mayEdit={may(ctx, 'masterData.edit')}
      noRight={noRightWords(request, 'masterData.edit')}
      notServed={added.map(({ values }) => notServed(values)).find((text) => text !== undefined)}
      done={done === 'add' || done === 'remove' ? t.done[done] : undefined}
    />,
  );
}
