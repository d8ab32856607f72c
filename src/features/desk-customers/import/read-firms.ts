import type { CsvRow } from '../../../platform/csv/index.ts';
import { streamCsv } from '../../../platform/csv/index.ts';
import { streamObjects, UnreadableJson } from './stream-json.ts';

/** How the columns of a table are called, in small letters. */
const NAMES = {
  number: ['kundennummer', 'customer number', 'number', 'kdnr'],
  name: ['firma', 'name', 'company'],
  label: ['bezeichnung', 'label'],
  recipient: ['empfänger', 'recipient'],
  street: ['straße', 'strasse', 'street'],
  postcode: ['plz', 'postleitzahl', 'postcode'],
  city: ['ort', 'stadt', 'city', 'town'],
  uses: ['verwendung', 'uses'],
  contacts: ['e-mail', 'email', 'e-mails', 'contacts'],
  vatId: ['ust-idnr.', 'ust-idnr', 'ust-id', 'umsatzsteuer-id', 'vat id', 'vatid'],
  country: ['land', 'country'],
} as const;
type Column = keyof typeof NAMES;

const USES: Readonly<Record<string, string>> = {
  rechnung: 'billing',
  lieferung: 'delivery',
  abholung: 'pickup',
};

/**
 * The firms of a file, JSON or CSV, one by one while it arrives; not checked yet. In a table each row is an address, and
 * rows of the same number that follow each other are one firm.
 * @throws UnreadableJson, UnreadableCsv
 */
export async function* readFirms(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<unknown> {
  const iterator = pieces[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done) return;
  const whole = rejoin(first.value, iterator);
  const begins = new TextDecoder()
    .decode(first.value.subarray(0, 64))
    .trimStart()
    .replace(/^\uFEFF/, '');
  yield* /^[[{]/.test(begins) ? streamObjects(whole) : rowsToFirms(streamCsv(whole));
}

async function* rejoin(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

interface Draft {
  number: string;
  name: string;
  addresses: Record<string, unknown>[];
  contacts: string[];
  vatId?: string;
  country?: string;
}

async function* rowsToFirms(rows: AsyncIterable<CsvRow>): AsyncGenerator<unknown> {
  let columns: Readonly<Record<Column, number>> | undefined;
  let draft: Draft | undefined;
  for await (const { cells } of rows) {
    if (!columns) {
      columns = findColumns(cells);
      continue;
    }
    const at = columns;
    const cell = (column: Column) => (cells[at[column]] ?? '').trim();
    if (draft && draft.number !== cell('number')) {
      yield draft;
      draft = undefined;
    }
    draft ??= { number: cell('number'), name: cell('name'), addresses: [], contacts: [] };
    if (cell('vatId') !== '') draft.vatId ??= cell('vatId');
    if (cell('country') !== '') draft.country ??= cell('country');
    if (cell('street') !== '') draft.addresses.push(addressOf(cell, draft.addresses.length));
    for (const email of listOf(cell('contacts'))) {
      if (!draft.contacts.includes(email)) draft.contacts.push(email);
    }
  }
  if (draft) yield draft;
}

function findColumns(header: readonly string[]): Readonly<Record<Column, number>> {
  const names = header.map((cell) => cell.trim().toLowerCase());
  const at = Object.fromEntries(
    Object.entries(NAMES).map(([column, known]) => [
      column,
      names.findIndex((name) => (known as readonly string[]).includes(name)),
    ]),
  ) as Record<Column, number>;
  if (at.number < 0 || at.name < 0) throw new UnreadableJson('no columns for customer number and company');
  return at;
}

function addressOf(cell: (column: Column) => string, before: number): Record<string, unknown> {
  const uses = listOf(cell('uses')).map((use) => USES[use] ?? use);
  return {
    label: cell('label') || (before === 0 ? 'Zentrale' : `Standort ${before + 1}`),
    recipient: cell('recipient') || cell('name'),
    street: cell('street'),
    postcode: cell('postcode'),
    city: cell('city'),
    uses: uses.length > 0 ? uses : ['billing', 'delivery', 'pickup'],
  };
}

const listOf = (text: string) =>
  text
    .toLowerCase()
    .split(/[\s,;|]+/)
    .filter(Boolean);
