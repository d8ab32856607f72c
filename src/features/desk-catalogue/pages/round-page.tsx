import {
  Button,
  Card,
  DataTable,
  EmptyState,
  FieldRow,
  Form,
  type Frame,
  Hidden,
  Layout,
  Notice,
  PageHeading,
  SelectField,
  type SelectOption,
  TextField,
} from '../../../ui/index.ts';
import { CATALOGUE, subjectHref } from '../paths.ts';
import type { RoundView, WindowView } from '../view.ts';
import { words } from '../words.ts';

export interface RoundPageProps {
  frame: Frame;
  round: RoundView;
  windows: readonly WindowView[];
  weekdays: readonly SelectOption[];
}

/** The week of one round in one zone, or of a site: each window leads to where it is changed. */
export function RoundPage({ frame, round, windows, weekdays }: RoundPageProps) {
  const t = words[frame.language];
  return (
    <Layout frame={frame} title={round.name} active={CATALOGUE}>
      <PageHeading title={round.name} lead={round.services} back={{ href: CATALOGUE, text: t.back }} />
      {round.isPattern && (
        <Notice tone="info">
          <p>{t.pattern}</p>
        </Notice>
      )}
      <Card title={t.windows}>
        {windows.length === 0 ? (
          <EmptyState title={t.noWindows} text={t.noWindowsText} />
        ) : (
          <DataTable
            caption={t.windows}
            rows={windows}
            columns={[
              { header: t.weekday, cell: (row) => row.weekday },
              {
                header: t.window,
                rowHeader: true,
                nowrap: true,
                cell: (row) => (
                  <a href={subjectHref('fenster', row.code)} aria-label={`${row.weekday}, ${row.window}`}>
                    {row.window}
                  </a>
                ),
              },
              { header: t.places, align: 'end', cell: (row) => row.places },
            ]}
          />
        )}
        <Form frame={frame} method="get" action={`${CATALOGUE}/zeitfenster`} label={t.chooseWindow}>
          <Hidden name="pool" value={round.pool} />
          <FieldRow>
            <SelectField name="weekday" label={t.weekday} options={weekdays} />
            <TextField name="starts" label={t.starts} hint={t.startsHint} maxLength={5} width="short" />
          </FieldRow>
          <Button kind="secondary">{t.chooseWindow}</Button>
        </Form>
      </Card>
    </Layout>
  );
}
