import {
  Actions,
  Button,
  ButtonLink,
  Card,
  controlProps,
  DataTable,
  DescriptionList,
  ErrorSummary,
  Field,
  Form,
  type Frame,
  Layout,
  Notice,
  PageHeading,
  Stack,
} from '../../../ui/index.ts';
import { type FormErrors, problemWords } from '../../../web/index.ts';
import { CUSTOMERS, firmHref, IMPORT } from '../paths.ts';
import type { ImportReport } from './import-customers.ts';
import { words } from './words.ts';

/** The way in: a file to check. */
export function ImportPage({ frame, errors, limit }: { frame: Frame; errors: FormErrors; limit: string }) {
  const t = words[frame.language];
  const field = {
    name: 'file',
    label: t.file,
    hint: t.fileHint({ size: limit }),
    error: errors.of('file'),
  };
  return (
    <Layout frame={frame} title={t.title} active={CUSTOMERS} failed={errors.status >= 400}>
      <PageHeading title={t.title} lead={t.lead} back={{ href: CUSTOMERS, text: t.back }} />
      <ErrorSummary frame={frame} errors={errors} />
      <Card>
        <Form frame={frame} action={IMPORT} upload>
          <Field {...field}>
            <input {...controlProps(field)} type="file" accept=".json,.ndjson,.csv,.txt" />
          </Field>
          <p class="hint">{t.checkHint}</p>
          <Actions>
            <Button>{t.check}</Button>
          </Actions>
        </Form>
      </Card>
    </Layout>
  );
}

/** What a file would do, or has done. */
export function ReportPage(props: {
  frame: Frame;
  name: string;
  report: ImportReport;
  /** Where it can be taken over; undefined when it has been. */
  action: string | undefined;
}) {
  const { frame, name, report, action } = props;
  const t = words[frame.language];
  const title = action ? t.previewTitle({ name }) : t.doneTitle;
  const hasWork = report.added + report.changed > 0;
  return (
    <Layout frame={frame} title={title} active={CUSTOMERS}>
      <PageHeading title={title} back={{ href: IMPORT, text: t.title }} />
      {!action && (
        <Notice tone="ok" live>
          <p>{t.doneTitle}</p>
        </Notice>
      )}
      <Stack>
        <Counts frame={frame} report={report} />
        {action && (
          <Card>
            {hasWork ? (
              <Form frame={frame} action={action} plain>
                <Button>{t.apply}</Button>
              </Form>
            ) : (
              <p>{t.nothing}</p>
            )}
            <p>
              <ButtonLink href={IMPORT} kind="quiet">
                {t.discard}
              </ButtonLink>
            </p>
          </Card>
        )}
        <Problems frame={frame} report={report} />
        <Changes frame={frame} report={report} />
        <Additions frame={frame} report={report} isDone={!action} />
      </Stack>
    </Layout>
  );
}

interface Part {
  frame: Frame;
  report: ImportReport;
}

function Counts({ frame, report }: Part) {
  const t = words[frame.language];
  const count = (n: number) => frame.formats.number(n);
  return (
    <Card title={t.counts}>
      <DescriptionList
        frame={frame}
        sums
        items={[
          { term: t.read, value: count(report.read) },
          { term: t.added, value: count(report.added) },
          { term: t.changed, value: count(report.changed) },
          { term: t.same, value: count(report.same) },
          { term: t.refused, value: count(report.refused) },
        ]}
      />
    </Card>
  );
}

function Shown({ frame, shown, all }: { frame: Frame; shown: number; all: number }) {
  if (shown >= all) return null;
  return <p class="hint">{words[frame.language].firstOnly({ count: shown })}</p>;
}

function Problems({ frame, report }: Part) {
  const t = words[frame.language];
  if (report.problems.length === 0) return null;
  return (
    <Card title={t.problems}>
      <DataTable
        caption={t.problems}
        rows={report.problems}
        columns={[
          { header: t.position, cell: (one) => frame.formats.number(one.position), rowHeader: true },
          { header: t.number, cell: (one) => one.number },
          {
            header: t.problem,
            cell: (one) =>
              one.fields
                .map((problem) => `${problem.field}: ${problemWords(problem, frame.language)}`)
                .join('; '),
          },
        ]}
      />
      <Shown frame={frame} shown={report.problems.length} all={report.refused} />
    </Card>
  );
}

function Changes({ frame, report }: Part) {
  const t = words[frame.language];
  if (report.changes.length === 0) return null;
  const rows = report.changes.flatMap(({ number, differences }) =>
    differences.map((difference) => ({ number, ...difference })),
  );
  return (
    <Card title={t.changes}>
      <DataTable
        caption={t.changes}
        rows={rows}
        columns={[
          {
            header: t.number,
            cell: (one) => <a href={firmHref(one.number)}>{one.number}</a>,
            unbroken: true,
            rowHeader: true,
          },
          { header: t.what, cell: (one) => one.what },
          { header: t.before, cell: (one) => one.before },
          { header: t.after, cell: (one) => one.after },
        ]}
      />
      <Shown frame={frame} shown={report.changes.length} all={report.changed} />
    </Card>
  );
}

function Additions({ frame, report, isDone }: Part & { isDone: boolean }) {
  const t = words[frame.language];
  if (report.additions.length === 0) return null;
  return (
    <Card title={t.additions}>
      <DataTable
        caption={t.additions}
        rows={report.additions}
        columns={[
          {
            header: t.number,
            cell: (one) => (isDone ? <a href={firmHref(one.number)}>{one.number}</a> : one.number),
            unbroken: true,
            rowHeader: true,
          },
          { header: t.name, cell: (one) => one.name },
        ]}
      />
      <Shown frame={frame} shown={report.additions.length} all={report.added} />
    </Card>
  );
}
