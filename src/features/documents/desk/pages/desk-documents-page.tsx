import { DOCUMENT_KINDS, MOST_FILE_MEGABYTES } from '../../../../domain/documents/index.ts';
import {
  Actions,
  Badge,
  Button,
  Card,
  controlProps,
  DataTable,
  DateField,
  EmptyState,
  ErrorSummary,
  Field,
  FieldRow,
  Form,
  type Frame,
  Layout,
  Notice,
  PageHeading,
  SelectField,
  TextField,
} from '../../../../ui/index.ts';
import type { FormErrors } from '../../../../web/index.ts';
import type { TroubledDelivery } from '../../delivery/queries.ts';
import { DESK_DOCUMENTS, resendHref } from '../../paths.ts';
import { words as kindWords } from '../../words.ts';
import { words } from '../words.ts';

export interface DeskDocumentsProps {
  frame: Frame;
  trouble: readonly TroubledDelivery[];
  /** What was typed into the form that was not accepted. */
  typed: Readonly<Record<string, string>>;
  errors: FormErrors;
  done: string | undefined;
  mayAct: boolean;
}

export function DeskDocumentsPage(props: DeskDocumentsProps) {
  const { frame, errors, done, mayAct } = props;
  const t = words[frame.language];
  return (
    <Layout frame={frame} title={t.title} active={DESK_DOCUMENTS} failed={errors.summary.length > 0}>
      <ErrorSummary frame={frame} title={errors.title} errors={errors.summary} />
      <PageHeading title={t.title} lead={t.lead} />
      {done && (
        <Notice tone="ok" live>
          <p>{done}</p>
        </Notice>
      )}
      <Trouble {...props} />
      {mayAct && <ImportForm {...props} />}
    </Layout>
  );
}

function Trouble({ frame, trouble, mayAct }: DeskDocumentsProps) {
  const t = words[frame.language];
  const { formats } = frame;
  if (trouble.length === 0) {
    return (
      <Card title={t.trouble}>
        <EmptyState title={t.noTrouble} text={t.noTroubleText} />
      </Card>
    );
  }
  return (
    <Card title={t.trouble}>
      <p>{t.troubleLead}</p>
      <DataTable
        caption={t.trouble}
        rows={trouble}
        columns={[
          { header: t.document, cell: (row) => row.number, rowHeader: true },
          { header: t.customer, cell: (row) => `${row.customerNumber} ${row.customerName}` },
          { header: t.address, cell: (row) => row.address },
          {
            header: t.state,
            cell: (row) => <Badge tone="danger">{row.state === 'returned' ? t.returned : t.failed}</Badge>,
          },
          { header: t.problem, cell: (row) => row.problem ?? '' },
          { header: t.attempts, cell: (row) => formats.number(row.attempts), align: 'end' },
          { header: t.at, cell: (row) => (row.at ? formats.dateTime(row.at) : '') },
          ...(mayAct
            ? [
                {
                  header: t.action,
                  cell: (row: TroubledDelivery) => (
                    <Form frame={frame} action={resendHref(row.id)} plain>
                      <Button kind="secondary" about={t.about(row)}>
                        {t.resend}
                      </Button>
                    </Form>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}

function ImportForm({ frame, typed, errors }: DeskDocumentsProps) {
  const t = words[frame.language];
  const kinds = kindWords[frame.language].kinds;
  const common = (name: keyof typeof t.fields) => ({
    name,
    label: t.fields[name],
    value: typed[name] ?? '',
    error: errors.of(name),
  });
  return (
    <Card title={t.import}>
      <p>{t.importLead}</p>
      <Form frame={frame} action={DESK_DOCUMENTS} upload>
        <FieldRow>
          <TextField {...common('customer')} maxLength={40} />
          <SelectField
            {...common('kind')}
            placeholder={t.chooseKind}
            options={DOCUMENT_KINDS.map((kind) => ({ value: kind, label: kinds[kind] }))}
          />
        </FieldRow>
        <FieldRow>
          <TextField {...common('number')} hint={t.numberHint} maxLength={40} />
          <DateField {...common('date')} />
        </FieldRow>
        <TextField {...common('title')} optional maxLength={200} />
        <FieldRow>
          <DateField {...common('periodFrom')} optional />
          <DateField {...common('periodTo')} optional />
        </FieldRow>
        <FieldRow>
          <TextField {...common('net')} optional maxLength={20} />
          <TextField {...common('gross')} optional maxLength={20} />
        </FieldRow>
        <FieldRow>
          <DateField {...common('due')} optional />
          <TextField {...common('costCentre')} optional maxLength={20} />
        </FieldRow>
        <FieldRow>
          <FileField
            name="pdf"
            label={t.fields.pdf}
            hint={t.pdfHint({ megabytes: MOST_FILE_MEGABYTES })}
            error={errors.of('pdf')}
            accept=".pdf,application/pdf"
          />
          <FileField
            name="xml"
            label={t.fields.xml}
            optional
            error={errors.of('xml')}
            accept=".xml,application/xml,text/xml"
          />
        </FieldRow>
        <Actions>
          <Button>{t.take}</Button>
        </Actions>
      </Form>
    </Card>
  );
}

function FileField({
  accept,
  ...field
}: {
  name: string;
  label: string;
  hint?: string;
  optional?: boolean;
  error: string | undefined;
  accept: string;
}) {
  return (
    <Field {...field}>
      <input {...controlProps(field)} type="file" accept={accept} />
    </Field>
  );
}
