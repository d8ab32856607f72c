import { DOCUMENT_KINDS, DOCUMENT_STATES, MOST_FILE_MEGABYTES } from '../../../../domain/documents/index.ts';
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
  FilterBar,
  Form,
  type Frame,
  Layout,
  Notice,
  PageHeading,
  Results,
  SelectField,
  Stack,
  TextField,
  type Tone,
} from '../../../../ui/index.ts';
import type { FormErrors } from '../../../../web/index.ts';
import type { DeskDelivery } from '../../delivery/queries.ts';
import { DESK_DOCUMENTS, resendHref, returnedHref } from '../../paths.ts';
import { words as listWords } from '../../place/words.ts';
import { words as kindWords } from '../../words.ts';
import { words } from '../words.ts';

export interface DeskDocumentsProps {
  frame: Frame;
  trouble: readonly DeskDelivery[];
  /** What copies are searched by; empty: nothing. */
  search: string;
  found: readonly DeskDelivery[];
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
      <ErrorSummary frame={frame} errors={errors} />
      <PageHeading title={t.title} lead={t.lead} />
      {done && (
        <Notice tone="ok" live>
          <p>{done}</p>
        </Notice>
      )}
      <Stack>
        <Trouble {...props} />
        <Search {...props} />
        {mayAct && <ImportForm {...props} />}
      </Stack>
    </Layout>
  );
}

function Trouble(props: DeskDocumentsProps) {
  const { frame, trouble } = props;
  const t = words[frame.language];
  return (
    <Card title={t.trouble}>
      {trouble.length === 0 ? (
        <EmptyState title={t.noTrouble} text={t.noTroubleText} />
      ) : (
        <>
          <p>{t.troubleLead}</p>
          <Copies {...props} caption={t.trouble} rows={trouble} />
        </>
      )}
    </Card>
  );
}

/** By what the message about a copy that came back names. */
function Search(props: DeskDocumentsProps) {
  const { frame, search, found } = props;
  const t = words[frame.language];
  return (
    <Card title={t.search}>
      <p>{t.searchLead}</p>
      <FilterBar frame={frame} action={DESK_DOCUMENTS} label={t.search} active={search !== ''}>
        <TextField
          name="suche"
          label={t.searchField}
          unmarked
          maxLength={254}
          value={search}
          spellcheck={false}
        />
      </FilterBar>
      {search !== '' && (
        <Results summary={found.length > 0 ? t.found({ count: found.length }) : t.nothingFound}>
          {found.length > 0 ? (
            <Copies {...props} caption={t.search} rows={found} />
          ) : (
            <EmptyState title={t.nothingFound} text={t.nothingFoundText} />
          )}
        </Results>
      )}
    </Card>
  );
}

const TONES: Record<DeskDelivery['state'], Tone> = {
  waiting: 'info',
  sent: 'ok',
  failed: 'danger',
  returned: 'danger',
};

function Copies({
  frame,
  mayAct,
  caption,
  rows,
}: DeskDocumentsProps & { caption: string; rows: readonly DeskDelivery[] }) {
  const t = words[frame.language];
  const { formats } = frame;
  return (
    <DataTable
      caption={caption}
      rows={rows}
      columns={[
        { header: t.document, cell: (row) => row.number, rowHeader: true, nowrap: true },
        {
          header: t.customer,
          cell: (row) => <span class="name">{`${row.customerNumber} ${row.customerName}`}</span>,
        },
        { header: t.address, cell: (row) => row.address },
        { header: t.state, cell: (row) => <Badge tone={TONES[row.state]}>{t.states[row.state]}</Badge> },
        ...(rows.some(({ problem }) => problem)
          ? [{ header: t.problem, cell: (row: DeskDelivery) => row.problem ?? '' }]
          : []),
        { header: t.attempts, cell: (row) => formats.number(row.attempts), align: 'end' },
        { header: t.at, cell: (row) => (row.at ? formats.dateTime(row.at) : '') },
        ...(mayAct
          ? [{ header: t.action, cell: (row: DeskDelivery) => <CopyAction frame={frame} row={row} /> }]
          : []),
      ]}
    />
  );
}

/** What can be done about a copy: note that it came back, or send it once more. */
function CopyAction({ frame, row }: { frame: Frame; row: DeskDelivery }) {
  const t = words[frame.language];
  if (row.state === 'waiting') return null;
  const [href, text] =
    row.state === 'sent' ? [returnedHref(row.id), t.cameBack] : [resendHref(row.id), t.resend];
  return (
    <Form frame={frame} action={href} plain>
      <Button kind="secondary" about={t.about(row)}>
        {text}
      </Button>
    </Form>
  );
}

function ImportForm({ frame, typed, errors }: DeskDocumentsProps) {
  const t = words[frame.language];
  const kinds = kindWords[frame.language].kinds;
  const stateNames = listWords[frame.language].states;
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
          <SelectField
            {...common('state')}
            optional
            placeholder={t.noState}
            options={DOCUMENT_STATES.map((state) => ({ value: state, label: stateNames[state] }))}
          />
          <DateField {...common('stateOn')} optional />
        </FieldRow>
        <TextField {...common('corrects')} optional hint={t.correctsHint} maxLength={40} />
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
