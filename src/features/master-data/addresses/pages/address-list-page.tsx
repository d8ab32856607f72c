import { Badge, ButtonLink, Card, DataTable, type Frame, Notice } from '../../../../ui/index.ts';
import type { HistoryEntry } from '../../history.ts';
import { HistoryCard } from '../../pages/history-card.tsx';
import { MasterDataFrame } from '../../pages/master-data-frame.tsx';
import { words as shared } from '../../words.ts';
import { ADDRESSES, type AddressRow } from '../view.ts';
import { words } from '../words.ts';

export interface AddressListProps {
  frame: Frame;
  rows: readonly AddressRow[];
  history: readonly HistoryEntry[];
  mayEdit: boolean;
  noRight: string;
  done: string | undefined;
  /** About the address that was just added: what will not be offered there. */
  notServed: string | undefined;
}

export function AddressListPage(props: AddressListProps) {
  const { frame, rows, history, mayEdit, noRight, done, notServed } = props;
  const t = words[frame.language];
  const s = shared[frame.language];
  return (
    <MasterDataFrame
      frame={frame}
      title={t.title}
      back={{ href: '/konto/stammdaten', text: s.title }}
      done={done}
    >
      <Card
        title={t.title}
        action={
          mayEdit && (
            <ButtonLink href={`${ADDRESSES}/neu`} kind="primary">
              {t.add}
            </ButtonLink>
          )
        }
      >
        <p class="hint">{t.lead}</p>
        {notServed && (
          <Notice tone="warn" title={t.notServed} live>
            <p>{notServed}</p>
          </Notice>
        )}
        <DataTable
          caption={t.caption}
          rows={rows}
          columns={[
            { header: t.fields.label, cell: (row) => <a href={row.href}>{row.label}</a>, rowHeader: true },
            { header: t.address, cell: (row) => row.address },
            {
              header: t.uses,
              cell: (row) => (
                <div>
                  {row.uses}
                  {row.notServed && (
                    <>
                      <br />
                      <Badge tone="warn">{row.notServed}</Badge>
                    </>
                  )}
                </div>
              ),
            },
          ]}
        />
        {!mayEdit && <p class="hint">{noRight}</p>}
      </Card>
      <HistoryCard frame={frame} entries={history} title={s.latest} />
    </MasterDataFrame>
  );
}
