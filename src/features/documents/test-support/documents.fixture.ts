import type { NewDocument } from '../store-document.ts';

/** An invoice of the smallest kind. */
export function sampleDocument(changes: Partial<NewDocument> = {}): NewDocument {
  return {
    kind: 'invoice',
    number: 'R-2026-000001',
    documentDate: Temporal.PlainDate.from('2026-11-20'),
    period: { from: Temporal.PlainDate.from('2026-11-01'), to: Temporal.PlainDate.from('2026-11-30') },
    files: { pdf: { name: 'Rechnung.pdf', bytes: Buffer.from('%PDF-1.7 sample') } },
    ...changes,
  };
}
