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
import { OPEN_ITEMS } from '../paths.ts';
import type { StateView } from '../view.ts';
import { words } from '../words.ts';
import { BillingLayout } from './billing-layout.tsx';
import { Pager, type PagerProps } from './pager.tsx';

export interface OpenItemRow {
  readonly href: string;
  readonly number: string;
  readonly customer: string;
  readonly dueOn: string;
  readonly gross: string;
  readonly balance: string;
  readonly state: StateView;
}

export interface OpenItemsPageProps {
  frame: Frame;
  customer: string;
  summary: string;
  rows: readonly OpenItemRow[];
  pager: PagerProps;
}

/** What firms owe or get. */
export function OpenItemsPage({ frame, customer, summary, rows, pager }: OpenItemsPageProps) {
  const w = words[frame.language];
  const t = w.open;
  return (
    <BillingLayout frame={frame} title={t.title} tab={OPEN_ITEMS} heading={{ lead: t.lead }}>
      <Card>
        <FilterBar frame={frame} action={OPEN_ITEMS} label={t.filter} active={customer !== ''}>
          <TextField
            name="kunde"
            label={t.customer}
            unmarked
            maxLength={40}
            value={customer}
            spellcheck={false}
            width="short"
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
                  { header: w.customer, cell: (row) => <span class="name">{row.customer}</span> },
                  { header: w.due, cell: (row) => row.dueOn, nowrap: true },
                  {
                    header: w.state,
                    cell: (row) => <Badge tone={row.state.tone}>{row.state.text}</Badge>,
                    onPhone: 'corner',
                  },
                  { header: w.gross, cell: (row) => row.gross, align: 'end' },
                  { header: t.balance, cell: (row) => row.balance, align: 'end' },
                ]}
              />
              <Pager frame={frame} {...pager} />
            </>
          ) : (
            <EmptyState title={t.nothing} text={t.nothingText} />
          )}
        </Results>
      </Card>
    </BillingLayout>
  );
}
