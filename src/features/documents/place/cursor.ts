/** Where a page of the list begins: just after or just before this document, in the order of the list. */
export interface Cursor {
  readonly date: Temporal.PlainDate;
  readonly id: number;
  readonly direction: 'older' | 'newer';
}

/** The place of a document in the list, as the address carries it: `20261102-123`. */
export function writeCursor(document: { document_date: Temporal.PlainDate; id: number }): string {
  return `${document.document_date.toString().replaceAll('-', '')}-${document.id}`;
}

/** Reads it back; undefined for anything else, which shows the first page. */
export function readCursor(text: string | undefined, direction: Cursor['direction']): Cursor | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)-(\d{1,15})$/.exec(text ?? '');
  if (!parts) return undefined;
  try {
    const date = Temporal.PlainDate.from(`${parts[1]}-${parts[2]}-${parts[3]}`);
    return { date, id: Number(parts[4]), direction };
  } catch {
    return undefined;
  }
}
