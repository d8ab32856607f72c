import {
  Badge,
  Card,
  DataTable,
  EmptyState,
  FilterBar,
  type Frame,
  Results,
  TextField,
} from '../../../ui/index.ts';
import { INVOICES } from '../paths.ts';
import type { StateView } from '../view.ts';
import { words } from '../words.ts';
import { BillingLayout } from './billing-layout.tsx';
import { Pager, type PagerProps } from './pager.tsx';

export interface InvoiceRow {
  readonly href: string;
  readonly number: string;
  readonly kind: string;
  readonly customer: string;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly gross: string;
  readonly state: StateView;
}

export interface InvoiceListPageProps {
  frame: Frame;
  search: string;
  summary: string;
  rows: readonly InvoiceRow[];
  pager: PagerProps;
}

/** All invoices and what takes them back. */
export function InvoiceListPage({ frame, search, summary, rows, pager }: InvoiceListPageProps) {
  const w = words[frame.language];
  const t = w.list;
  return (
    <BillingLayout frame={frame} title={t.title} tab={INVOICES} heading={{ lead: t.lead }}>
      <Card>
        <FilterBar frame={frame} action={INVOICES} label={t.filter} active={search !== ''}>
          <TextField
            name="suche"
            label={t.search}
            unmarked
            maxLength={60}
            value={search}
            spellcheck={false}
          />
        </FilterBar>
        <Results summary={summary}>
          {rows.length > 0 ? (
            <>
              <DataTable
                caption={t.caption}
                rows={rows}
                columns={[
                  {
                    header: w.number,
                    cell: (row) => <a href={row.href}>{row.number}</a>,
                    unbroken: true,
                    rowHeader: true,
                  },
                  { header: w.kind, cell: (row) => row.kind },
                  { header: w.customer, cell: (row) => <span class="name">{row.customer}</span> },
                  { header: w.issued, cell: (row) => row.issuedOn, nowrap: true },
                  { header: w.due, cell: (row) => row.dueOn, nowrap: true },
                  {
                    header: w.state,
                    cell: (row) => <Badge tone={row.state.tone}>{row.state.text}</Badge>,
                    onPhone: 'corner',
                  },
                  { header: w.gross, cell: (row) => row.gross, align: 'end' },
                ]}
              />
              <Pager frame={frame} {...pager} />
            </>
          ) : (
            <EmptyState title={t.nothing} />
          )}
        </Results>
      </Card>
    </BillingLayout>
  );
}
