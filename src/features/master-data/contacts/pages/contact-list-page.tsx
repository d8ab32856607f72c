import { ButtonLink, Card, DataTable, EmptyState, type Frame } from '../../../../ui/index.ts';
import type { HistoryEntry } from '../../history.ts';
import { HistoryCard } from '../../pages/history-card.tsx';
import { MasterDataFrame } from '../../pages/master-data-frame.tsx';
import { words as shared } from '../../words.ts';
import { CONTACTS, type ContactRow } from '../view.ts';
import { words } from '../words.ts';

export interface ContactListProps {
  frame: Frame;
  rows: readonly ContactRow[];
  history: readonly HistoryEntry[];
  mayEdit: boolean;
  noRight: string;
  done: string | undefined;
}

export function ContactListPage({ frame, rows, history, mayEdit, noRight, done }: ContactListProps) {
  const t = words[frame.language];
  const s = shared[frame.language];
  const add = mayEdit && (
    <ButtonLink href={`${CONTACTS}/neu`} kind="primary">
      {t.add}
    </ButtonLink>
  );
  return (
    <MasterDataFrame
      frame={frame}
      title={t.title}
      back={{ href: '/konto/stammdaten', text: s.title }}
      done={done}
    >
      <Card title={t.title} action={rows.length > 0 && add}>
        <p class="hint">{t.lead}</p>
        {rows.length > 0 ? (
          <DataTable
            caption={t.caption}
            rows={rows}
            columns={[
              { header: t.fields.name, cell: (row) => <a href={row.href}>{row.name}</a>, rowHeader: true },
              { header: t.fields.role, cell: (row) => row.role },
              { header: t.fields.phone, cell: (row) => row.phone },
              { header: t.fields.email, cell: (row) => row.email },
            ]}
          />
        ) : (
          <EmptyState title={t.none} text={t.noneText} action={add} />
        )}
        {!mayEdit && <p class="hint">{noRight}</p>}
      </Card>
      {history.length > 0 && <HistoryCard frame={frame} entries={history} title={s.latest} />}
    </MasterDataFrame>
  );
}
