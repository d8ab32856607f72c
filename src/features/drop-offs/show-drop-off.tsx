import { may, transaction } from '../../platform/context.ts';
import { customerCtx, frameOf, type PageRequest, page } from '../../web/index.ts';
import { againHref, cancelPossibility, changePossibility, statusView } from '../orders/index.ts';
import { findDropOff } from './find-drop-off.ts';
import { DropOffPage } from './pages/drop-off-page.tsx';
import { DROP_OFFS } from './paths.ts';
import { detailsView, itemsView, qrOf } from './view.ts';

/** The page of one drop-off. What is possible asks the same rules as the verbs. */
export async function showDropOff(request: PageRequest): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const { formats, language } = frame;
  const { kind, found, announced } = await transaction(ctx, (tx) => findDropOff(tx, request.params));
  const { order } = found;
  const possible = cancelPossibility(order, ctx, frame);
  const change = changePossibility(order, ctx);
  const { searchParams } = request.url;
  return page(
    request,
    <DropOffPage
      frame={frame}
      number={order.number}
      status={statusView(order.status, language)}
      details={detailsView(
        {
          when: `${formats.longDate(order.service_date)}, ${formats.window(order.window_starts, order.window_ends)}`,
          site: order.address,
          reference: order.reference,
          costCentre: order.cost_centre_label,
          note: announced.note,
        },
        formats,
      )}
      items={itemsView(announced, formats)}
      qr={qrOf(announced.manifestCode)}
      isAdvertising={kind === 'advertising'}
      note={possible.kind === 'note' ? possible.text : undefined}
      change={change && { until: change.until, may: change.mayChange }}
      cancel={possible.kind === 'cancel' ? { until: possible.until, may: possible.mayCancel } : undefined}
      again={may(ctx, 'orders.place') ? { href: againHref(DROP_OFFS, order.number), notices: [] } : undefined}
      approveUntil={order.status === 'awaiting-approval' ? (order.approve_until ?? undefined) : undefined}
      now={ctx.now}
      just={searchParams.has('geaendert') ? 'changed' : searchParams.has('angemeldet') ? 'booked' : undefined}
    />,
  );
}
