import {
  Actions,
  Button,
  ButtonLink,
  Card,
  DataTable,
  Form,
  type Frame,
  HiddenFields,
  Layout,
  Notice,
  PageHeading,
} from '../../../ui/index.ts';
import { CATALOGUE } from '../paths.ts';
import type { Subject } from '../subject.ts';
import type { DifferenceRow } from '../view.ts';
import { words } from '../words.ts';

export interface CheckChangePageProps {
  frame: Frame;
  subject: Subject;
  name: string;
  from: string;
  rows: readonly DifferenceRow[];
  affected: number;
  carried: readonly (readonly [name: string, value: string])[];
  action: string;
  editHref: string;
}

/** What will be different, from when on, and whom it concerns: the last step before a change is made. */
export function CheckChangePage(props: CheckChangePageProps) {
  const { frame, subject, affected } = props;
  const { language, formats } = frame;
  const t = words[language];
  return (
    <Layout frame={frame} title={t.checkTitle} active={CATALOGUE}>
      <PageHeading
        title={t.checkTitle}
        lead={t.checkLead}
        back={{ href: props.editHref, text: `${props.name}: ${subject.title[language]}` }}
      />
      <Card title={`${t.from} ${props.from}`}>
        <DataTable
          caption={t.checkTitle}
          rows={props.rows}
          columns={[
            { header: t.what, rowHeader: true, cell: (row) => row.label },
            { header: t.before, cell: (row) => row.before },
            { header: t.after, cell: (row) => <b>{row.after}</b> },
          ]}
        />
        <Notice tone={affected > 0 ? 'warn' : 'info'}>
          <p>
            {affected > 0 ? t.affects({ orders: formats.number(affected), count: affected }) : t.affectsNone}
          </p>
        </Notice>
        <Form frame={frame} action={props.action}>
          <HiddenFields fields={props.carried} />
          <Actions>
            <Button>{t.confirm}</Button>
            <ButtonLink href={props.editHref}>{t.edit}</ButtonLink>
          </Actions>
        </Form>
      </Card>
    </Layout>
  );
}
