import { z } from 'zod';
import {
  DOCUMENT_FOLDERS,
  DOCUMENT_KINDS,
  DOCUMENT_ROLES,
  DOCUMENT_STATES,
  type DocumentKind,
  type DocumentRole,
  MEDIA_TYPES,
} from '../../domain/documents/index.ts';
import { refuse } from '../../domain/refusal.ts';
import type { Text } from '../../platform/i18n/index.ts';
import { text } from '../../platform/input.ts';
import { apiRoute, cents, closedObject, date, dateInput, noted, rowId } from '../../web/api.ts';
import { customerCtx, type Route } from '../../web/index.ts';
import { sendFile } from './files/routes.ts';
import type { DocumentRow } from './place/queries.ts';
import { DocumentNumber } from './place/schemas.ts';
import { readDocument, showDocuments } from './place/show-documents.ts';

const cursor = z.string().regex(/^\d{8}-\d{1,15}$/);
const kind = z.enum(DOCUMENT_KINDS as [DocumentKind, ...DocumentKind[]]);
const role = z.enum(DOCUMENT_ROLES as [DocumentRole, ...DocumentRole[]]);

const summary = {
  number: z.string(),
  kind,
  title: z.string(),
  documentDate: date,
  periodFrom: date.nullable(),
  periodTo: date.nullable(),
  netCents: noted(cents.nullable(), {
    de: 'Was die Firma schuldet; negativ: was sie bekommt',
    en: 'What the firm owes; negative: what it gets',
  }),
  grossCents: cents.nullable(),
  dueOn: date.nullable(),
  state: z.enum(DOCUMENT_STATES).nullable(),
  stateOn: date.nullable(),
  openCents: noted(cents.nullable(), {
    de: 'Was davon noch offen ist; negativ: Guthaben der Firma',
    en: 'What of it is still open; negative: a credit of the firm',
  }),
  files: z.array(role),
};

const DocumentJson = z.object({ ...summary, costCentres: z.array(z.string()) }).meta({ id: 'Document' });

const ListQuery = closedObject({
  folder: noted(z.enum(DOCUMENT_FOLDERS).optional(), {
    de: 'Rechnungen, Berichte oder Belege; ohne: alle',
    en: 'Invoices, reports or receipts; without: all',
  }),
  from: dateInput.optional(),
  to: dateInput.optional(),
  search: noted(text(60).optional(), { de: 'Teil von Nummer oder Betreff', en: 'Part of number or subject' }),
  costCentre: noted(z.coerce.number().pipe(rowId).optional(), {
    de: 'Id der Kostenstelle',
    en: 'Id of the cost centre',
  }),
  state: z.enum(DOCUMENT_STATES).optional(),
  older: noted(cursor.optional(), { de: 'Weiter zu älteren Dokumenten', en: 'On to older documents' }),
  newer: noted(cursor.optional(), { de: 'Zurück zu neueren Dokumenten', en: 'Back to newer documents' }),
});

const ListJson = z.object({
  documents: z.array(DocumentJson),
  older: noted(cursor.nullable(), { de: 'Für die nächste Seite', en: 'For the next page' }),
  newer: noted(cursor.nullable(), { de: 'Für die vorige Seite', en: 'For the previous page' }),
});

const params = z.object({
  number: noted(
    z.string(),
    { de: 'Nummer des Dokuments', en: 'Number of the document' },
    { examples: ['R-2026-000042'] },
  ),
});

const FILE_SUMMARIES: Readonly<Record<DocumentRole, Text>> = {
  pdf: { de: 'Das Dokument als PDF', en: 'The document as a PDF' },
  xml: { de: 'Die E-Rechnung als XML', en: 'The e-invoice as XML' },
  csv: { de: 'Das Dokument als CSV', en: 'The document as CSV' },
  xlsx: { de: 'Das Dokument für Excel', en: 'The document for Excel' },
};

export const documentApi: readonly Route[] = [
  apiRoute({
    method: 'GET',
    path: '/api/v1/documents',
    access: 'documents.view',
    api: {
      summary: {
        de: 'Rechnungen, Berichte und Belege der Firma, neueste zuerst',
        en: 'Invoices, reports and receipts of the firm, newest first',
      },
      description: {
        de: 'Höchstens 50 auf einmal; `older` der Antwort ist der gleichnamige Parameter der nächsten Seite.',
        en: 'At most 50 at a time; `older` of the answer is the parameter of that name for the next page.',
      },
      query: ListQuery,
      output: ListJson,
    },
    async handle(request, { query }) {
      const { rows, older, newer } = await showDocuments(customerCtx(request), query);
      return { documents: rows.map(rowJson), older: older ?? null, newer: newer ?? null };
    },
  }),
  apiRoute({
    method: 'GET',
    path: '/api/v1/documents/:number',
    access: 'documents.view',
    api: { summary: { de: 'Ein Dokument', en: 'One document' }, params, output: DocumentJson },
    async handle(request) {
      const asked = DocumentNumber.safeParse(request.params);
      if (!asked.success) refuse({ code: 'not-found' });
      const found = await readDocument(customerCtx(request), asked.data.number);
      return rowJson({
        ...found.document,
        roles: found.files.map((file) => file.role),
        costCentres: found.shares.map(({ label }) => label),
      });
    },
  }),
  ...DOCUMENT_ROLES.map(
    (one): Route => ({
      method: 'GET',
      path: `/api/v1/documents/:number/${one}`,
      access: 'documents.download',
      door: 'api',
      api: { summary: FILE_SUMMARIES[one], params, file: MEDIA_TYPES[one] },
      handle: (request) => sendFile(request, one),
    }),
  ),
];

function rowJson(row: Omit<DocumentRow, 'id' | 'source' | 'isNew'>): z.input<typeof DocumentJson> {
  return {
    number: row.number,
    kind: row.kind,
    title: row.title,
    documentDate: row.document_date.toString(),
    periodFrom: row.period_from?.toString() ?? null,
    periodTo: row.period_to?.toString() ?? null,
    netCents: row.net_cents,
    grossCents: row.gross_cents,
    dueOn: row.due_on?.toString() ?? null,
    state: row.state,
    stateOn: row.state_on?.toString() ?? null,
    openCents: row.open_cents,
    files: row.roles,
    costCentres: row.costCentres,
  };
}
