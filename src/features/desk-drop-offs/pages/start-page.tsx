import {
  Actions,
  Button,
  Card,
  DataTable,
  EmptyState,
  ErrorSummary,
  Form,
  type Frame,
  Layout,
  PageHeading,
  Split,
  TextField,
} from '../../../ui/index.ts';
import { DESK_DROP_OFFS } from '../paths.ts';
import { words } from '../words.ts';

/** A row of a list: where it leads, and what stands beside. */
export interface StartRow {
  readonly href: string;
  readonly name: string;
  readonly customer: string;
  readonly when: string;
}

export interface StartPageProps {
  frame: Frame;
  code: string;
  isUnknown: boolean;
  expected: readonly StartRow[];
  receipts: readonly StartRow[];
}

/** Takes the code of a manifest; a scanner types it and presses enter. */
export function StartPage({ frame, code, isUnknown, expected, receipts }: StartPageProps) {
  const t = words[frame.language];
  const error = isUnknown ? t.unknownCode : undefined;
  return (
    <Layout frame={frame} title={t.title} active={DESK_DROP_OFFS} failed={isUnknown}>
      <PageHeading title={t.title} lead={t.lead} />
      <ErrorSummary frame={frame} errors={{ summary: error ? [{ field: 'code', message: error }] : [] }} />
      <Card title={t.code}>
        <Form frame={frame} action={DESK_DROP_OFFS} method="get">
          <TextField
            name="code"
            label={t.code}
            hint={t.codeHint}
            value={code}
            error={error}
            spellcheck={false}
            autocomplete="off"
            maxLength={40}
          />
          <Actions>
            <Button>{t.find}</Button>
          </Actions>
        </Form>
      </Card>
      <Split>
        <List
          title={t.expected}
          name={t.order}
          when={t.window}
          empty={t.noneExpected}
          rows={expected}
          frame={frame}
        />
        <List
          title={t.recent}
          name={t.receipt}
          when={t.acceptedAt}
          empty={t.noReceipts}
          rows={receipts}
          frame={frame}
        />
      </Split>
    </Layout>
  );
}

function List(props: {
  frame: Frame;
  title: string;
  name: string;
  when: string;
  empty: string;
  rows: readonly StartRow[];
}) {
  return (
    <Card title={props.title}>
      {props.rows.length > 0 ? (
        <DataTable
          caption={props.title}
          rows={props.rows}
          columns={[
            {
              header: props.name,
              cell: (row) => <a href={row.href}>{row.name}</a>,
              rowHeader: true,
              nowrap: true,
            },
            { header: words[props.frame.language].customer, cell: (row) => row.customer },
            { header: props.when, cell: (row) => row.when },
          ]}
        />
      ) : (
        <EmptyState title={props.empty} />
      )}
    </Card>
  );
}
