import type { PdfDocument } from './document.ts';

const field = (label: string, value: string | null) => ({ label, value, kind: 'line', width: 1 });

/** A document of the smallest kind that a template of ours takes. */
export function sampleDocument(changes: Partial<PdfDocument> & { text?: string | null } = {}): PdfDocument {
  const { text = 'Kanzlei Aydın & Töchter', ...document } = changes;
  return {
    template: 'mandate',
    standard: 'ua-1',
    at: Temporal.Instant.from('2026-11-23T09:00:00Z'),
    data: {
      document: { language: 'de', region: 'DE', title: 'Probe', author: 'Musterpost', date: [2026, 11, 23] },
      head: { name: 'Musterpost', accent: '#1f4fa3' },
      sender: 'Musterpost',
      recipient: ['Kanzlei'],
      facts: [['Datum', '23.11.2026']],
      foot: [['Musterpost'], [''], ['']],
      pageOf: 'Seite {page} von {pages}',
      heading: 'Überschrift',
      intro: null,
      creditor: { title: 'Zahlungsempfänger', rows: [[field('Name', text)]] },
      authorisation: { title: 'Ermächtigung', paragraphs: ['Donaudampfschifffahrtsgesellschaft '.repeat(9)] },
      debtor: { title: 'Kontoinhaber', rows: [[{ ...field('IBAN', null), kind: 'iban' }]] },
      signature: { rows: [[field('Unterschrift', null)]] },
      closing: null,
    },
    ...document,
  };
}
