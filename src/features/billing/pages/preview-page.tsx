import { Fragment } from 'preact';
import {
  Actions,
  Badge,
  Button,
  Card,
  DataTable,
  EmptyState,
  ErrorSummary,
  FilterBar,
  Form,
  type Frame,
  Hidden,
  Notice,
  Results,
  SelectField,
  type SelectOption,
  Stack,
} from '../../../ui/index.ts';
import type { FormErrors } from '../../../web/index.ts';
import { BILLING, INVOICES, RUNS } from '../paths.ts';
import { words } from '../words.ts';
import { BillingLayout } from './billing-layout.tsx';
import { Pager, PagerButtons } from './pager.tsx';

export interface PreviewRow {
  readonly number: string;
  readonly name: string;
  readonly things: string;
  readonly net: string;
  readonly last: string;
  readonly payment: string;
  readonly oddities: readonly { readonly text: string; readonly isSerious: boolean }[];
  readonly isLeftOut: boolean;
}

export interface RunRow {
  readonly href: string;
  readonly month: string;
  readonly startedAt: string;
  readonly startedBy: string;
  readonly issued: string;
  readonly isFinished: boolean;
}

export interface PreviewPageProps {
  frame: Frame;
  month: string;
  months: readonly SelectOption[];
  isOver: boolean;
  summary: string;
  /** That mail of some firms has no price; undefined: all has one. */
  unpriced: string | undefined;
  rows: readonly PreviewRow[];
  pager: { readonly page: number; readonly pages: number; readonly text: string };
  /** The address of a page of the preview. */
  hrefOf: (page: number) => string;
  /** Numbers of firms on other pages that are left out. */
  elsewhere: readonly string[];
  runs: readonly RunRow[];
  errors: FormErrors;
}

/** What a run over a month would do, and the runs so far. */
export function PreviewPage(props: PreviewPageProps) {
  const { frame, rows, errors, runs } = props;
  const t = words[frame.language].preview;
  return (
    <BillingLayout
      frame={frame}
      title={t.title}
      tab={BILLING}
      heading={{ lead: t.lead }}
      failed={errors.summary.length > 0}
    >
      <Stack>
        <ErrorSummary frame={frame} errors={errors} />
        <Card>
          <FilterBar frame={frame} action={BILLING} label={t.show}>
            <SelectField name="monat" label={t.month} unmarked options={props.months} value={props.month} />
          </FilterBar>
          {props.unpriced && (
            <Notice tone="warn">
              <p>{props.unpriced}</p>
            </Notice>
          )}
          <Results summary={props.summary}>
            {rows.length > 0 ? (
              <RunForm {...props} />
            ) : (
              <EmptyState
                title={t.nothing}
                text={t.nothingText}
                action={<a href={INVOICES}>{words[frame.language].run.toInvoices}</a>}
              />
            )}
          </Results>
        </Card>
        {runs.length > 0 && (
          <Card title={t.runs}>
            <RunTable frame={frame} runs={runs} />
          </Card>
        )}
      </Stack>
    </BillingLayout>
  );
}

/** The firms; as a form as soon as the month can be invoiced. */
function RunForm({ frame, rows, month, isOver, pager, hrefOf, elsewhere }: PreviewPageProps) {
  const t = words[frame.language].preview;
  const { page, pages, text } = pager;
  const back = page > 1 ? page - 1 : undefined;
  const next = page < pages ? page + 1 : undefined;
  if (!isOver) {
    return (
      <>
        <PreviewTable frame={frame} rows={rows} />
        <Pager
          frame={frame}
          back={back === undefined ? undefined : hrefOf(back)}
          next={next === undefined ? undefined : hrefOf(next)}
          text={text}
        />
        <Notice tone="info">
          <p>{t.notOver}</p>
        </Notice>
      </>
    );
  }
  return (
    <Form frame={frame} action={RUNS}>
      <Hidden name="month" value={month} />
      {elsewhere.length > 0 && <Hidden name="elsewhere" value={elsewhere.join(' ')} />}
      <PreviewTable frame={frame} rows={rows} />
      <PagerButtons frame={frame} name="seite" back={back} next={next} text={text} />
      {elsewhere.length > 0 && <p>{t.elsewhere({ count: elsewhere.length })}</p>}
      <p class="hint">{t.startHint}</p>
      <Actions>
        <Button>{t.start}</Button>
      </Actions>
    </Form>
  );
}

function PreviewTable({ frame, rows }: { frame: Frame; rows: readonly PreviewRow[] }) {
  const { preview: t, customer } = words[frame.language];
  return (
    <DataTable
      caption={t.caption}
      rows={rows}
      columns={[
        {
          header: customer,
          cell: (row) => (
            <span>
              {row.number}
              <span class="remark">{row.name}</span>
            </span>
          ),
          rowHeader: true,
        },
        { header: t.odd, cell: (row) => <Oddities row={row} /> },
        { header: t.payment, cell: (row) => row.payment },
        { header: t.things, cell: (row) => row.things, align: 'end' },
        { header: t.last, cell: (row) => row.last, align: 'end' },
        { header: words[frame.language].net, cell: (row) => row.net, align: 'end' },
        {
          header: t.leaveOut,
          cell: (row) => (
            <input
              type="checkbox"
              name="without"
              value={row.number}
              checked={row.isLeftOut}
              aria-label={t.leaveOutFirm({ number: row.number })}
            />
          ),
        },
      ]}
    />
  );
}

function Oddities({ row }: { row: PreviewRow }) {
  return (
    // one thing for the row of a phone, with spaces where it may break
    <span>
      {row.oddities.map(({ text, isSerious }) => (
        <Fragment key={text}>
          <Badge tone={isSerious ? 'danger' : 'warn'}>{text}</Badge>{' '}
        </Fragment>
      ))}
    </span>
  );
}

function RunTable({ frame, runs }: { frame: Frame; runs: readonly RunRow[] }) {
  const t = words[frame.language].preview;
  return (
    <DataTable
      caption={t.runsCaption}
      rows={runs}
      columns={[
        { header: t.month, cell: (row) => <a href={row.href}>{row.month}</a>, rowHeader: true },
        { header: t.begun, cell: (row) => `${row.startedAt}, ${row.startedBy}` },
        { header: t.issued, cell: (row) => row.issued, align: 'end' },
        {
          header: words[frame.language].state,
          cell: (row) => (
            <Badge tone={row.isFinished ? 'ok' : 'info'}>{row.isFinished ? t.finished : t.running}</Badge>
          ),
          onPhone: 'corner',
        },
      ]}
    />
  );
}
