import { parseCustomerNumber } from '../../domain/customer-number.ts';
import { type Ctx, deskTransaction } from '../../platform/context.ts';
import { listVolumes, type VolumeCursor } from './queries.ts';
import { requireVolumeClerk } from './require-clerk.ts';
import type { VolumeQuery } from './schemas.ts';

const PAGE_SIZE = 50;
const PIECE_SIZE = 1000;

/** One page of the volumes that fit the query, the newest day first, with the cursors of the pages beside it. */
export async function showVolumes(ctx: Ctx, input: VolumeQuery, pageSize = PAGE_SIZE) {
  requireVolumeClerk(ctx);
  const cursor = readCursor(input.older, 'older') ?? readCursor(input.newer, 'newer');
  const customer = input.customer && (parseCustomerNumber(input.customer) ?? input.customer);
  const { rows, hasMore } = await deskTransaction(ctx, (tx) =>
    listVolumes(tx, { ...input, customer }, cursor, pageSize),
  );
  const [first, last] = [rows[0], rows.at(-1)];
  const goesNewer = cursor?.direction === 'newer' ? hasMore : cursor !== undefined;
  const goesOlder = cursor?.direction === 'newer' || hasMore;
  return {
    rows,
    newer: first && goesNewer ? writeCursor(first) : undefined,
    older: last && goesOlder ? writeCursor(last) : undefined,
  };
}

/**
 * Everything that fits the query, from the newest day on; read piece by piece, so that a year takes no more memory than a
 * page. Refuses as {@link showVolumes} does, with the first piece.
 */
export async function* allVolumes(ctx: Ctx, input: VolumeQuery, pieceSize = PIECE_SIZE) {
  let older: string | undefined;
  do {
    const page = await showVolumes(ctx, { ...input, older, newer: undefined }, pieceSize);
    yield* page.rows;
    older = page.older;
  } while (older);
}

const writeCursor = (row: { service_date: Temporal.PlainDate; id: number }) =>
  `${row.service_date}_${row.id}`;

/** Undefined for anything else than what {@link writeCursor} wrote, which shows the first page. */
function readCursor(
  text: string | undefined,
  direction: VolumeCursor['direction'],
): VolumeCursor | undefined {
  const parts = /^(20\d\d-\d\d-\d\d)_(\d{1,15})$/.exec(text ?? '');
  if (!parts?.[1] || !parts[2]) return undefined;
  try {
    return { date: Temporal.PlainDate.from(parts[1]), id: Number(parts[2]), direction };
  } catch {
    return undefined; // 2026-02-30 has the form of a date and is none
  }
}
