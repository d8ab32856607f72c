import { refuse } from '../../domain/refusal.ts';
import { writeCsv } from '../../platform/csv/index.ts';
import {
  download,
  fieldsOf,
  frameOf,
  type PageRequest,
  page,
  type Route,
  singleValues,
  staffCtx,
} from '../../web/index.ts';
import { AuditEntryPage, AuditListPage } from './pages/audit-pages.tsx';
import { AUDIT, AUDIT_EXPORT, auditHref } from './paths.ts';
import { AuditQuery } from './schemas.ts';
import { exportAudit, searchAudit, showAudit } from './search-audit.ts';
import { auditCsv, auditEntryView, auditRowView } from './view.ts';
import { words } from './words.ts';

export const auditRoutes: readonly Route[] = [
  { method: 'GET', path: AUDIT, access: 'staff:admin', handle: showList },
  { method: 'GET', path: AUDIT_EXPORT, access: 'staff:admin', confirm: true, handle: exportList },
  { method: 'GET', path: auditHref(':id'), access: 'staff:admin', handle: showEntry },
];

const readQuery = (request: PageRequest): AuditQuery =>
  AuditQuery.parse(singleValues(fieldsOf(request.url.searchParams)));

/** The filters as an address carries them, without the empty ones. */
function filterTexts(input: AuditQuery) {
  return {
    who: input.who ?? '',
    customer: input.customer ?? '',
    action: input.action ?? '',
    object: input.object ?? '',
    from: input.from?.toString() ?? '',
    to: input.to?.toString() ?? '',
  };
}

async function showList(request: PageRequest): Promise<Response> {
  const input = readQuery(request);
  const frame = frameOf(request);
  const found = await searchAudit(staffCtx(request), input);
  const filter = filterTexts(input);
  const set = Object.entries(filter).filter(([, value]) => value !== '');
  const address = (path: string, ...more: [string, string][]) =>
    `${path}?${new URLSearchParams([...set, ...more])}`;
  const at = (name: string, id: number | undefined) =>
    id === undefined ? undefined : address(AUDIT, [name, String(id)]);
  return page(
    request,
    <AuditListPage
      frame={frame}
      rows={found.rows.map((row) => auditRowView(row, frame.language, frame.formats))}
      filter={filter}
      isFiltered={set.length > 0}
      pager={{
        first: input.older === undefined && input.newer === undefined ? undefined : address(AUDIT),
        newer: at('newer', found.newer),
        older: at('older', found.older),
      }}
      exportHref={address(AUDIT_EXPORT)}
    />,
  );
}

async function exportList(request: PageRequest): Promise<Response> {
  const { language } = request.ctx;
  const { header, rows } = auditCsv(await exportAudit(staffCtx(request), readQuery(request)), language);
  return download(request, {
    name: `${words[language].fileName}.csv`,
    type: 'text/csv; charset=utf-8',
    content: writeCsv(header, rows),
  });
}

async function showEntry(request: PageRequest): Promise<Response> {
  const { id = '' } = request.params;
  if (!/^[1-9]\d{0,14}$/.test(id)) refuse({ code: 'not-found' });
  const frame = frameOf(request);
  const entry = auditEntryView(await showAudit(staffCtx(request), Number(id)), frame.language, frame.formats);
  return page(request, <AuditEntryPage frame={frame} entry={entry} id={id} />);
}
