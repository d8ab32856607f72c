import {
  Badge,
  ButtonLink,
  Card,
  type Column,
  DataTable,
  DateField,
  EmptyState,
  FilterBar,
  type Frame,
  KeysetPager,
  Layout,
  PageHeading,
  Results,
  SaveAs,
  SelectField,
  type SelectOption,
  TextField,
} from '../../../ui/index.ts';
import { APPROVALS } from '../approval-paths.ts';
import type { OrderRow } from '../view.ts';
import { words } from '../words.ts';

type PriceDisplay = 'net' | 'gross';

export interface OrderListProps {
  frame: Frame;
  rows: readonly OrderRow[];
  /** Which amount the firm wants to read first. */
  priceDisplay: PriceDisplay;
  /** How many this page shows, in words. */
  summary: string;
  filter: Readonly<Record<'service' | 'status' | 'from' | 'to' | 'search', string>>;
  isFiltered: boolean;
  services: readonly SelectOption[];
  statuses: readonly SelectOption[];
  pager: { first?: string | undefined; newer?: string | undefined; older?: string | undefined };
  /** Where the list as filtered is saved. */
  saveAs: (format: 'csv' | 'xlsx') => string;
  mayPlace: boolean;
  mayApprove: boolean;
}

export function OrderListPage(props: OrderListProps) {
  const { frame, rows, filter, isFiltered, pager } = props;
  const t = words[frame.language].list;
  const approvals = props.mayApprove && (
    <ButtonLink href={APPROVALS} kind="quiet">
      {words[frame.language].approval.list}
    </ButtonLink>
  );
  const actions = !props.mayPlace ? (
    approvals
  ) : (
    <>
      <ButtonLink href="/bestellen" kind="primary">
        {t.orderGoods}
      </ButtonLink>
      <ButtonLink href="/abholungen/neu">{t.bookPickup}</ButtonLink>
      <ButtonLink href="/vorlagen" kind="quiet">
        {t.templates}
      </ButtonLink>
      {approvals}
    </>
  );
  return (
    <Layout frame={frame} title={t.title} active="/auftraege">
      <PageHeading title={t.title} lead={t.lead} actions={actions} />
      <Card>
        <FilterBar frame={frame} action="/auftraege" label={t.filter} active={isFiltered}>
          <SelectField
            name="service"
            label={t.service}
            unmarked
            options={props.services}
            placeholder={t.anyService}
            value={filter.service}
          />
          <SelectField
            name="status"
            label={t.statusLabel}
            unmarked
            options={props.statuses}
            placeholder={t.anyStatus}
            value={filter.status}
          />
          <DateField name="from" label={t.from} unmarked value={filter.from} />
          <DateField name="to" label={t.to} unmarked value={filter.to} />
          <TextField name="search" label={t.search} unmarked maxLength={60} value={filter.search} />
        </FilterBar>
        <Results summary={rows.length > 0 ? props.summary : t.nothingFound}>
          {rows.length > 0 ? (
            <>
              <OrderTable frame={frame} rows={rows} priceDisplay={props.priceDisplay} />
              <KeysetPager frame={frame} {...pager} />
              <SaveAs label={t.save} href={props.saveAs} />
            </>
          ) : (
            <EmptyState
              title={isFiltered ? t.nothingFound : t.empty}
              text={isFiltered ? t.nothingFoundText : t.emptyText}
              action={isFiltered ? <ButtonLink href="/auftraege">{t.resetFilter}</ButtonLink> : undefined}
            />
          )}
        </Results>
      </Card>
    </Layout>
  );
}

/** The table of orders, also on the home page. */
export function OrderTable(props: { frame: Frame; rows: readonly OrderRow[]; priceDisplay: PriceDisplay }) {
  const { frame, rows, priceDisplay } = props;
  const t = words[frame.language].list;
  const net: Column<OrderRow> = { header: t.net, cell: (row) => row.net, align: 'end' };
  const gross: Column<OrderRow> = { header: t.gross, cell: (row) => row.gross, align: 'end' };
  return (
    <DataTable
      caption={t.caption}
      rows={rows}
      columns={[
        {
          header: t.number,
          cell: (row) => <a href={row.href}>{row.number}</a>,
          unbroken: true,
          rowHeader: true,
        },
        { header: t.what, cell: (row) => row.service },
        { header: t.date, cell: (row) => row.date, nowrap: true },
        { header: t.window, cell: (row) => row.window, nowrap: true },
        { header: t.reference, cell: (row) => row.reference },
        {
          header: t.statusLabel,
          cell: (row) => Badge({ tone: row.status.tone, children: row.status.text }),
          onPhone: 'corner',
        },
        ...(priceDisplay === 'gross' ? [gross, net] : [net, gross]),
      ]}
    />
  );
}
