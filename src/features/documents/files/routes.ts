import { todayOf } from '../../../domain/calendar/index.ts';
import { DOCUMENT_ROLES, type DocumentRole } from '../../../domain/documents/index.ts';
import { PREVIEW_POLICY } from '../../../platform/http/index.ts';
import {
  customerCtx,
  download,
  fieldsOf,
  type PageRequest,
  type Route,
  singleValues,
} from '../../../web/index.ts';
import { DOCUMENTS_PATH, ZIP_PATH } from '../paths.ts';
import { DocumentQuery, FolderField } from '../place/schemas.ts';
import { openFile } from './open-file.ts';
import { zipDocuments } from './zip-documents.ts';

export const fileRoutes: readonly Route[] = [
  { method: 'GET', path: ZIP_PATH, access: 'documents.download', handle: sendZip },
  { method: 'GET', path: `${DOCUMENTS_PATH}/:number/vorschau`, access: 'documents.view', handle: preview },
  ...DOCUMENT_ROLES.map(
    (role): Route => ({
      method: 'GET',
      path: `${DOCUMENTS_PATH}/:number/${role}`,
      access: 'documents.download',
      handle: (request) => sendFile(request, role),
    }),
  ),
];

/** A file of a document to save; also at the door of the API. */
export async function sendFile(request: PageRequest, role: DocumentRole): Promise<Response> {
  const { number } = request.params;
  const { name, mediaType, bytes } = await openFile(customerCtx(request), { number, role }, 'download');
  return download(request, { name, type: mediaType, content: new Uint8Array(bytes) });
}

/**
 * The PDF to look at. Whatever is in it, also in one that came from elsewhere: it is announced as a PDF and as nothing
 * else, is not guessed at, and could run nothing in the name of the portal.
 */
async function preview(request: PageRequest): Promise<Response> {
  const { number } = request.params;
  const file = await openFile(customerCtx(request), { number, role: 'pdf' }, 'preview');
  const response = download(request, {
    name: file.name,
    type: file.mediaType,
    content: new Uint8Array(file.bytes),
  });
  const disposition = response.headers.get('content-disposition') ?? '';
  response.headers.set('content-disposition', disposition.replace(/^attachment/, 'inline'));
  response.headers.set('content-security-policy', PREVIEW_POLICY);
  return response;
}

/** `/rechnungen-und-berichte/zip?nummer=…&nummer=…`, or with a filter instead of numbers. */
async function sendZip(request: PageRequest): Promise<Response> {
  const ctx = customerCtx(request);
  const { searchParams } = request.url;
  const values = singleValues(fieldsOf(searchParams));
  const numbers = searchParams.getAll('nummer');
  const { folder } = FolderField.parse(values);
  const stream = await zipDocuments(
    ctx,
    numbers.length > 0 || !searchParams.has('folder')
      ? { numbers }
      : { filter: { ...DocumentQuery.parse(values), folder } },
  );
  return download(request, {
    name: `${ctx.customer.number}-${todayOf(ctx)}.zip`,
    type: 'application/zip',
    content: stream,
  });
}
