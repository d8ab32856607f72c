import {
  Actions,
  Button,
  Card,
  DataTable,
  type DescriptionItem,
  DescriptionList,
  ErrorSummary,
  FieldRow,
  Form,
  type Frame,
  Hidden,
  Layout,
  Notice,
  NumberField,
  PageHeading,
  SelectField,
  type SelectOption,
  Split,
  Stack,
  TextAreaField,
} from '../../../ui/index.ts';
import type { FormErrors } from '../../../web/index.ts';
import { DESK_DROP_OFFS } from '../paths.ts';
import { words } from '../words.ts';

/** A kind of mail to be counted, with what was typed. */
export interface CountRow {
  readonly code: string;
  readonly name: string;
  readonly announced: string;
  readonly pieces: string;
  readonly grams: string;
}

export interface CountPageProps {
  frame: Frame;
  code: string;
  version: number;
  facts: readonly DescriptionItem[];
  /** Why it cannot be accepted; undefined: it can. */
  obstacle: string | undefined;
  rows: readonly CountRow[];
  products: readonly SelectOption[];
  typed: Readonly<Record<'extraProduct' | 'extraPieces' | 'containers' | 'reason', string>>;
  containersHint: string;
  errors: FormErrors;
}

/** What was announced, and beside it what is counted. */
export function CountPage(props: CountPageProps) {
  const { frame, errors, facts, obstacle } = props;
  const t = words[frame.language].count;
  return (
    <Layout frame={frame} title={t.title} active={DESK_DROP_OFFS} failed={errors.summary.length > 0}>
      <PageHeading title={t.title} lead={props.code} back={{ href: DESK_DROP_OFFS, text: t.back }} />
      <ErrorSummary frame={frame} errors={errors} />
      <Split>
        <Stack>
          {obstacle ? (
            <Notice tone="info">
              <p>{obstacle}</p>
            </Notice>
          ) : (
            <CountForm {...props} />
          )}
        </Stack>
        <Stack>
          <Card>
            <DescriptionList frame={frame} items={facts} />
          </Card>
        </Stack>
      </Split>
    </Layout>
  );
}

function CountForm({ frame, code, version, rows, products, typed, containersHint, errors }: CountPageProps) {
  const t = words[frame.language].count;
  const number = (name: string, label: string, value: string) => (
    <NumberField name={name} label={label} hideLabel value={value} error={errors.of(name)} unmarked />
  );
  return (
    <Card title={t.caption}>
      <Form frame={frame} action={DESK_DROP_OFFS}>
        <Hidden name="code" value={code} />
        <Hidden name="version" value={version} />
        <DataTable
          caption={t.caption}
          rows={rows}
          columns={[
            { header: t.product, cell: (row) => row.name, rowHeader: true },
            { header: t.announced, cell: (row) => row.announced, align: 'end' },
            {
              header: t.counted,
              cell: (row) => number(`pieces.${row.code}`, t.piecesOf(row), row.pieces),
            },
            { header: t.grams, cell: (row) => number(`grams.${row.code}`, t.gramsOf(row), row.grams) },
          ]}
        />
        <FieldRow>
          <SelectField
            name="extraProduct"
            label={t.extra}
            optional
            placeholder={t.none}
            options={products}
            value={typed.extraProduct}
            error={errors.of('extraProduct')}
          />
          <NumberField
            name="extraPieces"
            label={t.extraPieces}
            optional
            value={typed.extraPieces}
            error={errors.of('extraPieces')}
          />
        </FieldRow>
        <NumberField
          name="containers"
          label={t.containers}
          hint={containersHint}
          optional
          value={typed.containers}
          error={errors.of('containers')}
        />
        <TextAreaField
          name="reason"
          label={t.reason}
          hint={t.reasonHint}
          optional
          maxLength={300}
          value={typed.reason}
          error={errors.of('reason')}
        />
        <Actions>
          <Button>{t.submit}</Button>
        </Actions>
      </Form>
    </Card>
  );
}
