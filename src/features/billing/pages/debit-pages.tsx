import {
  Actions,
  Button,
  Card,
  DataTable,
  type DescriptionItem,
  DescriptionList,
  EmptyState,
  ErrorSummary,
  Form,
  type Frame,
  Hidden,
  Notice,
  Stack,
  TextField,
} from '../../../ui/index.ts';
import type { FormErrors } from '../../../web/index.ts';
import { DEBITS } from '../paths.ts';
import { words } from '../words.ts';
import { BillingLayout } from './billing-layout.tsx';

export interface DueRow {
  readonly scheme: string;
  readonly name: string;
  readonly what: string;
  readonly isNothing: boolean;
}

export interface FileRow {
  readonly href: string;
  readonly number: string;
  readonly scheme: string;
  readonly made: string;
  readonly count: string;
  readonly sum: string;
  readonly taken: string;
  readonly returned: string;
}

export interface DebitFilesPageProps {
  frame: Frame;
  lead: string;
  due: readonly DueRow[];
  files: readonly FileRow[];
  errors: FormErrors;
}

/** What could be collected now, and the files so far. */
export function DebitFilesPage({ frame, lead, due, files, errors }: DebitFilesPageProps) {
  const t = words[frame.language].debits;
  return (
    <BillingLayout
      frame={frame}
      title={t.title}
      tab={DEBITS}
      heading={{ lead }}
      failed={errors.summary.length > 0}
    >
      <Stack>
        <ErrorSummary frame={frame} errors={errors} />
        <Card title={t.due}>
          {due.map((row) => (
            <div key={row.scheme}>
              <p>
                <b>{row.name}</b>: {row.isNothing ? t.none : row.what}
              </p>
              {!row.isNothing && (
                <Form frame={frame} action={DEBITS} label={row.name}>
                  <Hidden name="scheme" value={row.scheme} />
                  <Actions>
                    <Button about={t.makeOf({ scheme: row.name })}>{t.make}</Button>
                  </Actions>
                </Form>
              )}
            </div>
          ))}
        </Card>
        <Card title={t.files}>
          {files.length > 0 ? (
            <DataTable
              caption={t.caption}
              rows={files}
              columns={[
                {
                  header: words[frame.language].number,
                  cell: (row) => <a href={row.href}>{row.number}</a>,
                  unbroken: true,
                  rowHeader: true,
                },
                { header: words[frame.language].kind, cell: (row) => row.scheme },
                { header: t.made, cell: (row) => row.made },
                { header: t.taken, cell: (row) => row.taken },
                { header: t.returned, cell: (row) => row.returned, align: 'end' },
                { header: t.count, cell: (row) => row.count, align: 'end' },
                { header: t.sum, cell: (row) => row.sum, align: 'end' },
              ]}
            />
          ) : (
            <EmptyState title={t.empty} text={t.emptyText} />
          )}
        </Card>
      </Stack>
    </BillingLayout>
  );
}

export interface DebitFilePageProps {
  frame: Frame;
  number: string;
  href: string;
  lead: string;
  isNew: boolean;
  facts: readonly DescriptionItem[];
  downloads: readonly { readonly who: string; readonly when: string; readonly reason: string }[];
  debits: readonly {
    readonly number: string;
    readonly href: string;
    readonly customer: string;
    readonly mandate: string;
    readonly on: string;
    readonly state: string;
    readonly amount: string;
  }[];
  reason: string;
  errors: FormErrors;
}

/** One file: its debits, who took it, and the way to take it. */
export function DebitFilePage(props: DebitFilePageProps) {
  const { frame, number, errors, downloads } = props;
  const w = words[frame.language];
  const t = w.debitFile;
  const isTaken = downloads.length > 0;
  return (
    <BillingLayout
      frame={frame}
      title={t.title({ number })}
      tab={DEBITS}
      heading={{ lead: props.lead, back: { href: DEBITS, text: w.debits.title } }}
      failed={errors.summary.length > 0}
    >
      <Stack>
        {props.isNew && !isTaken && (
          <Notice tone="ok" live>
            <p>{t.created}</p>
          </Notice>
        )}
        <ErrorSummary frame={frame} errors={errors} />
        <Card>
          <DescriptionList frame={frame} items={props.facts} />
          <Form frame={frame} action={props.href}>
            {isTaken ? (
              <>
                <p>{t.againHint}</p>
                <TextField
                  name="reason"
                  label={t.reason}
                  maxLength={500}
                  value={props.reason}
                  error={errors.of('reason')}
                />
              </>
            ) : (
              <p class="hint">{t.downloadHint}</p>
            )}
            <Actions>
              <Button kind={isTaken ? 'secondary' : 'primary'}>{isTaken ? t.again : t.download}</Button>
            </Actions>
          </Form>
        </Card>
        {isTaken && (
          <Card title={t.downloads}>
            <DataTable
              caption={t.downloadsCaption}
              rows={downloads}
              columns={[
                { header: t.who, cell: (row) => row.who, rowHeader: true },
                { header: t.when, cell: (row) => row.when },
                { header: t.reason, cell: (row) => row.reason },
              ]}
            />
          </Card>
        )}
        <Card title={t.debits}>
          <DataTable
            caption={t.debitsCaption}
            rows={props.debits}
            columns={[
              {
                header: w.number,
                cell: (row) => <a href={row.href}>{row.number}</a>,
                unbroken: true,
                rowHeader: true,
              },
              { header: w.customer, cell: (row) => <span class="name">{row.customer}</span> },
              { header: t.mandate, cell: (row) => row.mandate, nowrap: true },
              { header: t.on, cell: (row) => row.on, nowrap: true },
              { header: w.state, cell: (row) => row.state },
              { header: w.amount, cell: (row) => row.amount, align: 'end' },
            ]}
          />
        </Card>
      </Stack>
    </BillingLayout>
  );
}
