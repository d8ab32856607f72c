import {
  Actions,
  Badge,
  ButtonLink,
  Card,
  DataTable,
  EmptyState,
  FilterBar,
  type Frame,
  KeysetPager,
  Results,
  SaveAs,
  SelectField,
  TextField,
} from '../../../../ui/index.ts';
import type { HistoryEntry } from '../../history.ts';
import { HistoryCard } from '../../pages/history-card.tsx';
import { MasterDataFrame } from '../../pages/master-data-frame.tsx';
import { words as shared } from '../../words.ts';
import { COST_CENTRES, type CostCentreRow } from '../view.ts';
import { words } from '../words.ts';

export interface CostCentreListProps {
  frame: Frame;
  rows: readonly CostCentreRow[];
  /** How many this page shows, in words. */
  summary: string;
  filter: { readonly search: string; readonly state: string };
  isFiltered: boolean;
  pager: { first?: string | undefined; older?: string | undefined };
  history: readonly HistoryEntry[];
  mayEdit: boolean;
  noRight: string;
  /** Where the list as filtered is saved. */
  saveAs: (format: 'csv' | 'xlsx') => string;
  done: string | undefined;
}

export function CostCentreListPage(props: CostCentreListProps) {
  const { frame, rows, filter, isFiltered, mayEdit, history } = props;
  const t = words[frame.language];
  const s = shared[frame.language];
  const isEmpty = rows.length === 0 && !isFiltered;
  return (
    <MasterDataFrame
      frame={frame}
      title={t.title}
      back={{ href: '/konto/stammdaten', text: s.title }}
      done={props.done}
    >
      <Card title={t.title}>
        <p class="hint">{t.lead}</p>
        {isEmpty ? (
          <EmptyState title={t.none} text={t.noneText} action={<ListActions {...props} />} />
        ) : (
          <>
            <ListActions {...props} />
            <FilterBar frame={frame} action={COST_CENTRES} label={t.filter} active={isFiltered}>
              <TextField name="search" label={t.search} unmarked maxLength={100} value={filter.search} />
              <SelectField
                name="state"
                label={t.state}
                unmarked
                placeholder={t.anyState}
                options={[
                  { value: 'open', label: t.open },
                  { value: 'closed', label: t.closed },
                ]}
                value={filter.state}
              />
            </FilterBar>
            <Results summary={rows.length > 0 ? props.summary : t.nothingFound}>
              {rows.length > 0 ? (
                <>
                  <CostCentreTable frame={frame} rows={rows} />
                  <KeysetPager frame={frame} {...props.pager} />
                  <SaveAs label={t.export} href={props.saveAs} />
                </>
              ) : (
                <EmptyState title={t.nothingFound} />
              )}
            </Results>
          </>
        )}
        {!mayEdit && <p class="hint">{props.noRight}</p>}
      </Card>
      {history.length > 0 && <HistoryCard frame={frame} entries={history} title={s.latest} />}
    </MasterDataFrame>
  );
}

function ListActions({ frame, mayEdit }: CostCentreListProps) {
  const t = words[frame.language];
  return (
    <Actions>
      {mayEdit && (
        <>
          <ButtonLink href={`${COST_CENTRES}/neu`} kind="primary">
            {t.add}
          </ButtonLink>
          <ButtonLink href={`${COST_CENTRES}/einlesen`}>{t.import}</ButtonLink>
        </>
      )}
    </Actions>
  );
}

function CostCentreTable({ frame, rows }: Pick<CostCentreListProps, 'frame' | 'rows'>) {
  const t = words[frame.language];
  return (
    <DataTable
      caption={t.caption}
      rows={rows}
      columns={[
        { header: t.fields.code, cell: (row) => <a href={row.href}>{row.code}</a>, rowHeader: true },
        { header: t.fields.name, cell: (row) => row.name },
        {
          header: t.state,
          cell: (row) => Badge({ tone: row.state.tone, children: row.state.text }),
          onPhone: 'corner',
        },
      ]}
    />
  );
}
