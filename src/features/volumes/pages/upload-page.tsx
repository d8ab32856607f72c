import {
  Actions,
  Badge,
  Button,
  Card,
  controlProps,
  DataTable,
  EmptyState,
  ErrorSummary,
  Field,
  Form,
  type Frame,
  Layout,
  PageHeading,
} from '../../../ui/index.ts';
import type { FormErrors } from '../../../web/index.ts';
import { UPLOAD, VOLUMES } from '../view.ts';
import { words } from '../words.ts';

/** A file that was read, worded. */
export interface FileRow {
  readonly href: string;
  readonly name: string;
  readonly when: string;
  readonly taken: string;
  readonly wrong: string;
  readonly hasWrong: boolean;
}

/** Takes a file of the sorting machine, and shows those that were read last. */
export function UploadPage(props: { frame: Frame; files: readonly FileRow[]; errors: FormErrors }) {
  const { frame, files, errors } = props;
  const { upload: t, fields, one } = words[frame.language];
  const file = { name: 'file', label: fields.file, hint: t.fileHint, error: errors.of('file') };
  return (
    <Layout frame={frame} title={t.title} active={VOLUMES} failed={errors.summary.length > 0}>
      <PageHeading title={t.title} lead={t.lead} back={{ href: VOLUMES, text: one.back }} />
      <ErrorSummary frame={frame} errors={errors} />
      <Card title={t.title}>
        <p class="hint">{t.rules}</p>
        <Form frame={frame} action={UPLOAD} upload>
          <Field {...file}>
            <input {...controlProps(file)} type="file" accept=".csv,.txt,.tsv,text/csv,text/plain" />
          </Field>
          <Actions>
            <Button>{t.submit}</Button>
          </Actions>
        </Form>
      </Card>
      <Card title={t.recent}>
        {files.length > 0 ? (
          <DataTable
            caption={t.caption}
            rows={files}
            columns={[
              { header: t.file, cell: (row) => <a href={row.href}>{row.name}</a>, rowHeader: true },
              { header: t.when, cell: (row) => row.when },
              { header: t.taken, cell: (row) => row.taken, align: 'end' },
              {
                header: t.wrong,
                cell: (row) => (row.hasWrong ? <Badge tone="warn">{row.wrong}</Badge> : row.wrong),
                align: 'end',
              },
            ]}
          />
        ) : (
          <EmptyState title={t.none} />
        )}
      </Card>
    </Layout>
  );
}
