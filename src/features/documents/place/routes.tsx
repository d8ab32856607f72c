import { todayOf } from '../../../domain/calendar/index.ts';
import { DOCUMENT_FOLDERS, DOCUMENT_STATES, type DocumentFolder } from '../../../domain/documents/index.ts';
import { refuse } from '../../../domain/refusal.ts';
import { may } from '../../../platform/context.ts';
import { FRAMES_POLICY } from '../../../platform/http/index.ts';
import {
  customerCtx,
  downloadTable,
  fieldsOf,
  fieldValue,
  formOf,
  frameOf,
  type PageRequest,
  page,
  type Route,
  redirect,
  singleValues,
  TABLE_FORMATS,
  type TableFormat,
} from '../../../web/index.ts';
import { DOCUMENTS_PATH, FOLDER_PATHS, LIST_PATH, READ_PATH } from '../paths.ts';
import { exportList } from './export-list.ts';
import { markFolderRead } from './mark-all-read.ts';
import { DocumentListPage } from './pages/document-list-page.tsx';
import { DocumentPage } from './pages/document-page.tsx';
import { DocumentNumber, DocumentQuery, FolderField } from './schemas.ts';
import { aroundTheList, readDocument, showDocuments } from './show-documents.ts';
import { documentLines, documentView } from './view.ts';
import { words } from './words.ts';

const RIGHT = 'documents.view';

/** The lists, their files, and the page of a document. */
export const listRoutes: readonly Route[] = [
  ...DOCUMENT_FOLDERS.map(
    (folder): Route => ({
      method: 'GET',
      path: FOLDER_PATHS[folder],
      access: RIGHT,
      handle: (request) => showList(request, folder),
    }),
  ),
  ...TABLE_FORMATS.map(
    (format): Route => ({
      method: 'GET',
      path: `${LIST_PATH}.${format}`,
      access: RIGHT,
      handle: (request) => saveList(request, format),
    }),
  ),
  { method: 'POST', path: READ_PATH, access: RIGHT, handle: markRead },
];

export const pageRoutes: readonly Route[] = [
  { method: 'GET', path: `${DOCUMENTS_PATH}/:number`, access: RIGHT, handle: showDocument },
];

async function showList(request: PageRequest, folder: DocumentFolder): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const { searchParams } = request.url;
  const input = DocumentQuery.parse(singleValues(fieldsOf(searchParams)));
  const [documents, { newOf, costCentres }] = await Promise.all([
    showDocuments(ctx, { ...input, folder }),
    aroundTheList(ctx),
  ]);
  const filter = {
    from: input.from?.toString() ?? '',
    to: input.to?.toString() ?? '',
    search: input.search ?? '',
    costCentre: input.costCentre?.toString() ?? '',
    state: input.state ?? '',
    unread: input.unread ? '1' : '',
  };
  const set = Object.entries(filter).filter(([, value]) => value !== '');
  const address = (name?: 'newer' | 'older', cursor?: string) =>
    `${FOLDER_PATHS[folder]}?${new URLSearchParams([...set, ...(name && cursor ? [[name, cursor]] : [])] as [string, string][])}`;
  const t = words[frame.language];
  return page(
    request,
    <DocumentListPage
      frame={frame}
      folder={folder}
      rows={documentLines(documents.rows, todayOf(request.ctx), frame.formats)}
      newOf={newOf}
      filter={filter}
      query={new URLSearchParams(set).toString()}
      isFiltered={set.length > 0}
      costCentres={costCentres.map(({ id, code, name }) => ({ value: `${id}`, label: `${code} ${name}` }))}
      states={DOCUMENT_STATES.map((state) => ({ value: state, label: t.states[state] }))}
      pager={{
        first: input.older || input.newer ? address() : undefined,
        newer: documents.newer && address('newer', documents.newer),
        older: documents.older && address('older', documents.older),
      }}
      mayDownload={may(ctx, 'documents.download')}
      justRead={searchParams.has('gelesen')}
    />,
  );
}

async function showDocument(request: PageRequest): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const asked = DocumentNumber.safeParse(request.params);
  const found = asked.success ? await readDocument(ctx, asked.data.number) : refuse({ code: 'not-found' });
  const response = page(
    request,
    <DocumentPage
      frame={frame}
      document={documentView(found, todayOf(request.ctx), frame)}
      mayDownload={may(ctx, 'documents.download')}
    />,
  );
  response.headers.set('content-security-policy', FRAMES_POLICY);
  return response;
}

/** `/rechnungen-und-berichte/liste.csv?folder=invoices&…`: what the list shows, all of it, as a table. */
async function saveList(request: PageRequest, format: TableFormat): Promise<Response> {
  const ctx = customerCtx(request);
  const values = singleValues(fieldsOf(request.url.searchParams));
  const { folder } = FolderField.parse(values);
  const table = await exportList(ctx, { ...DocumentQuery.parse(values), folder });
  const name = `${words[ctx.language].folders[folder]}-${ctx.customer.number}`;
  return downloadTable(request, format, { name, ...table });
}

async function markRead(request: PageRequest): Promise<Response> {
  const { folder } = FolderField.parse({ folder: fieldValue(await formOf(request), 'folder') });
  await markFolderRead(customerCtx(request), folder);
  return redirect(request, `${FOLDER_PATHS[folder]}?gelesen=1`);
}
