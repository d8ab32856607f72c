import { ButtonLink, Card, DataTable, type Frame } from '../../../../ui/index.ts';
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
}

export function AddressListPage({ frame, rows, history, mayEdit, noRight, done }: AddressListProps) {
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
        <DataTable
          caption={t.caption}
          rows={rows}
          columns={[
            { header: t.fields.label, cell: (row) => <a href={row.href}>{row.label}</a>, rowHeader: true },
            { header: t.address, cell: (row) => row.address },
            { header: t.uses, cell: (row) => row.uses },
          ]}
        />
        {!mayEdit && <p class="hint">{noRight}</p>}
      </Card>
      <HistoryCard frame={frame} entries={history} title={s.latest} />
    </MasterDataFrame>
  );
}
