import { VOLUME_FIELDS, type VolumeField } from '../../../domain/volumes/index.ts';
import {
  Actions,
  Button,
  ButtonLink,
  Card,
  DataTable,
  ErrorSummary,
  Form,
  type Frame,
  fieldId,
  Layout,
  Notice,
  PageHeading,
} from '../../../ui/index.ts';
import type { FormErrors } from '../../../web/index.ts';
import { UPLOAD, VOLUMES } from '../view.ts';
import { words } from '../words.ts';

/** A line that waits to be mended, with what is wrong beside each cell. */
export interface WrongLine {
  readonly line: number;
  readonly cells: Readonly<Record<VolumeField, string>>;
  readonly errors: Readonly<Partial<Record<VolumeField, string>>>;
}

export interface FilePageProps {
  frame: Frame;
  action: string;
  name: string;
  /** How many lines were taken and how many wait. */
  summary: string;
  /** What came of reading or mending just now. */
  result: string | undefined;
  changed: string | undefined;
  lines: readonly WrongLine[];
  /** That more wait than there is room for on this page. */
  rest: string | undefined;
  errors: FormErrors;
}

/** A file of the sorting machine: what was taken, and the lines to be mended. */
export function FilePage(props: FilePageProps) {
  const { frame, errors, lines, result, changed } = props;
  const { file: t } = words[frame.language];
  const title = t.title({ name: props.name });
  return (
    <Layout frame={frame} title={title} active={VOLUMES} failed={errors.summary.length > 0}>
      <PageHeading
        title={title}
        lead={props.summary}
        back={{ href: UPLOAD, text: t.back }}
        actions={<ButtonLink href={VOLUMES}>{t.volumes}</ButtonLink>}
      />
      {result && (
        <Notice tone={lines.length > 0 ? 'info' : 'ok'} live>
          <p>{result}</p>
        </Notice>
      )}
      {changed && (
        <Notice tone="warn" title={t.changedTitle}>
          <p>{changed}</p>
        </Notice>
      )}
      <ErrorSummary frame={frame} errors={errors} />
      {lines.length > 0 ? <LinesForm {...props} /> : <p>{t.allGood}</p>}
    </Layout>
  );
}

function LinesForm({ frame, action, lines, rest }: FilePageProps) {
  const { file: t, fields } = words[frame.language];
  return (
    <Card title={t.caption}>
      <p class="hint">{t.mend}</p>
      <Form frame={frame} action={action}>
        <DataTable
          caption={t.caption}
          rows={lines}
          columns={[
            { header: t.line, cell: (row) => frame.formats.number(row.line), rowHeader: true },
            ...VOLUME_FIELDS.map((field) => ({
              header: fields[field],
              cell: (row: WrongLine) => (
                <Cell
                  row={row}
                  field={field}
                  label={t.cellOf({ field: fields[field], line: `${row.line}` })}
                />
              ),
            })),
          ]}
        />
        {rest && <p class="hint">{rest}</p>}
        <Actions>
          <Button>{t.save}</Button>
        </Actions>
      </Form>
    </Card>
  );
}

/** One cell. Plainer than the fields of other forms, because a page holds hundreds of them. */
function Cell({ row, field, label }: { row: WrongLine; field: VolumeField; label: string }) {
  const name = `${field}-${row.line}`;
  const id = fieldId(name);
  const error = row.errors[field];
  return (
    <div class="field">
      <input
        id={id}
        type="text"
        name={name}
        value={row.cells[field]}
        aria-label={label}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        autocomplete="off"
        spellcheck={false}
      />
      {error && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}
