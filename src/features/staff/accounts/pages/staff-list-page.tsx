import {
  Badge,
  ButtonLink,
  Card,
  DataTable,
  type Frame,
  Layout,
  Notice,
  PageHeading,
} from '../../../../ui/index.ts';
import { NEW_STAFF, STAFF } from '../../paths.ts';
import { words } from '../../words.ts';
import type { StaffRow } from '../view.ts';

export type StaffDone = keyof typeof words.de.list.notices;

export interface StaffListPageProps {
  frame: Frame;
  rows: readonly StaffRow[];
  done: StaffDone | undefined;
}

/** Everybody who works at the desk. */
export function StaffListPage({ frame, rows, done }: StaffListPageProps) {
  const t = words[frame.language].list;
  const create = (
    <ButtonLink href={NEW_STAFF} kind="primary">
      {t.create}
    </ButtonLink>
  );
  return (
    <Layout frame={frame} title={t.title} active={STAFF}>
      <PageHeading title={t.title} lead={t.lead} actions={create} />
      {done && (
        <Notice tone="ok" live>
          <p>{t.notices[done]}</p>
        </Notice>
      )}
      <Card>
        <DataTable
          caption={t.caption}
          rows={rows}
          columns={[
            { header: t.person, cell: (row) => <Person row={row} you={t.you} />, rowHeader: true },
            { header: t.roles, cell: (row) => row.roles },
            { header: t.factor, cell: (row) => row.factor },
            { header: t.lastSignIn, cell: (row) => row.lastSignIn },
            {
              header: t.state,
              cell: (row) => <Badge tone={row.state.tone}>{row.state.text}</Badge>,
              onPhone: 'corner',
            },
          ]}
        />
      </Card>
    </Layout>
  );
}

function Person({ row, you }: { row: StaffRow; you: string }) {
  return (
    <span>
      <a href={row.href}>{row.name}</a>
      {row.isSelf && ` (${you})`}
      <span class="remark">{row.email}</span>
    </span>
  );
}
