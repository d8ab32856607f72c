import { type CustomerCtx, transaction } from '../../platform/context.ts';
import { inPortions } from '../../platform/portions.ts';
import type { XlsxCell } from '../../platform/xlsx/index.ts';
import { addressLines, statusView } from '../orders/index.ts';
import { type ListedRide, listRides } from './queries.ts';
import { words } from './words.ts';

/** So many rides are read at a time. */
const PORTION = 500;

/** Every ride, also earlier ones, the newest first, as a table. Every user of the firm may have it. */
export function exportRides(ctx: CustomerCtx) {
  const t = words[ctx.language];
  return {
    header: [
      t.number,
      t.status,
      t.date,
      t.starts,
      t.ends,
      t.from,
      t.to,
      t.vehicle,
      t.riderName,
      t.receiver,
      t.stepNames.delivered,
      t.reference,
      t.net,
    ],
    rows: rideRows(ctx),
  };
}

async function* rideRows(ctx: CustomerCtx): AsyncGenerator<readonly XlsxCell[]> {
  const rides = inPortions<ListedRide>((last) =>
    transaction(ctx, (tx) => listRides(tx, PORTION, last?.orderId)),
  );
  for await (const ride of rides) yield cellsOf(ride, ctx);
}

function cellsOf(ride: ListedRide, { language, timeZone }: CustomerCtx): readonly XlsxCell[] {
  const { status, step } = ride;
  return [
    ride.number,
    status === 'placed' ? words[language].stepNames[step] : statusView(status, language).text,
    ride.date,
    ride.starts.toString({ smallestUnit: 'minute' }),
    ride.ends.toString({ smallestUnit: 'minute' }),
    addressLines(ride.from),
    addressLines(ride.to),
    ride.vehicle[language],
    ride.rider,
    ride.receivedBy,
    ride.deliveredAt?.toZonedDateTimeISO(timeZone).toPlainDateTime(),
    ride.reference,
    { cents: ride.net },
  ];
}
