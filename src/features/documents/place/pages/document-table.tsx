import { Fragment } from 'preact';
import type { DocumentFolder } from '../../../../domain/documents/index.ts';
import { Badge, type Column, DataTable, type Frame } from '../../../../ui/index.ts';
import type { DocumentLine } from '../view.ts';
import { words } from '../words.ts';

export interface DocumentTableProps {
  frame: Frame;
  rows: readonly DocumentLine[];
  folder: DocumentFolder;
  /** Id of the form to which the ticks belong; without it nobody can tick. */
  zipForm: string | undefined;
}

/** The list of one tab. Only invoices have sums and a state. */
export function DocumentTable({ frame, rows, folder, zipForm }: DocumentTableProps) {
  const t = words[frame.language];
  const tick: Column<DocumentLine> = {
    header: t.select,
    cell: ({ number }) => (
      <input
        type="checkbox"
        name="nummer"
        value={number}
        form={zipForm}
        aria-label={t.selectOne({ number })}
      />
    ),
  };
  const kind: Column<DocumentLine> = {
    header: t.kind,
    cell: (row) => (
      <span>
        {row.kind}
        {row.about !== '' && <span class="remark">{row.about}</span>}
      </span>
    ),
  };
  const about: Column<DocumentLine> = { header: t.about, cell: (row) => row.about };
  const gross: Column<DocumentLine> = { header: t.gross, cell: (row) => row.gross, align: 'end' };
  const state: Column<DocumentLine> = {
    header: t.state,
    cell: (row) =>
      row.state && (
        <span>
          <Badge tone={row.state.tone}>{row.state.text}</Badge>
          {row.state.rest !== '' && <span class="remark">{row.state.rest}</span>}
        </span>
      ),
  };
  const files: Column<DocumentLine> = {
    header: t.files,
    cell: (row) => (
      <span>
        {row.files.map(({ role, href }, index) => (
          <Fragment key={role}>
            {index > 0 && ' '}
            <a href={href} aria-label={t.download({ role, number: row.number })}>
              {role}
            </a>
          </Fragment>
        ))}
      </span>
    ),
  };
  return (
    <DataTable
      caption={`${t.caption}: ${t.folders[folder]}`}
      rows={rows}
      columns={[
        {
          header: t.number,
          cell: (row) => (
            <>
              <a class="num" href={row.href}>
                {row.number}
              </a>
              {row.isNew && (
                <>
                  {' '}
                  <Badge tone="info">{t.isNew}</Badge>
                </>
              )}
            </>
          ),
          rowHeader: true,
        },
        ...(folder === 'invoices' ? [kind] : []),
        ...(folder !== 'invoices' && rows.some(({ about: text }) => text !== '') ? [about] : []),
        { header: t.period, cell: (row) => row.period, nowrap: true },
        { header: t.date, cell: (row) => row.date, nowrap: true },
        ...(folder === 'invoices' ? [gross, state] : []),
        ...(zipForm ? [files, tick] : []),
      ]}
    />
  );
}
