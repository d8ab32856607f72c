import {
  Actions,
  Badge,
  Button,
  ButtonLink,
  Card,
  DataTable,
  DateField,
  EmptyState,
  ErrorSummary,
  FilterBar,
  Form,
  type Frame,
  KeysetPager,
  Layout,
  Notice,
  PageHeading,
  Results,
  SelectField,
  type SelectOption,
  TextField,
} from '../../../ui/index.ts';
import type { FormErrors } from '../../../web/index.ts';
import { UPLOAD, VOLUMES, type VolumeForm, type VolumeRow } from '../view.ts';
import { words } from '../words.ts';
import { VolumeFields } from './volume-fields.tsx';

export interface VolumesPageProps {
  frame: Frame;
  form: VolumeForm;
  /** Of the form: sent twice, it counts once. */
  entryKey: string;
  errors: FormErrors;
  done: 'saved' | 'removed' | undefined;
  products: readonly SelectOption[];
  rows: readonly VolumeRow[];
  filter: Readonly<Record<'customer' | 'product' | 'from' | 'to', string>>;
  /** Saves what the filter leaves. */
  csvHref: string;
  pager: { first?: string | undefined; newer?: string | undefined; older?: string | undefined };
}

export function VolumesPage(props: VolumesPageProps) {
  const { frame, errors, done } = props;
  const t = words[frame.language];
  return (
    <Layout frame={frame} title={t.title} active={VOLUMES} failed={errors.summary.length > 0}>
      <PageHeading
        title={t.title}
        lead={t.lead}
        actions={<ButtonLink href={UPLOAD}>{t.import}</ButtonLink>}
      />
      <ErrorSummary frame={frame} errors={errors} />
      {done && (
        <Notice tone="ok" live>
          <p>{done === 'saved' ? t.entry.saved : t.one.removed}</p>
        </Notice>
      )}
      <Card title={t.entry.title}>
        <Form frame={frame} action={VOLUMES} idempotencyKey={props.entryKey}>
          <VolumeFields
            frame={frame}
            form={props.form}
            products={props.products}
            errors={errors}
            withCustomer
          />
          <Actions>
            <Button>{t.entry.save}</Button>
          </Actions>
        </Form>
      </Card>
      <VolumeList {...props} />
    </Layout>
  );
}

function VolumeList({ frame, filter, products, rows, pager, csvHref }: VolumesPageProps) {
  const t = words[frame.language].list;
  const { fields } = words[frame.language];
  const isFiltered = Object.values(filter).some(Boolean);
  return (
    <Card title={t.title}>
      <FilterBar frame={frame} action={VOLUMES} label={t.filter} active={isFiltered}>
        <TextField name="fuer" label={fields.customer} unmarked maxLength={40} value={filter.customer} />
        <SelectField
          name="art"
          label={fields.product}
          unmarked
          options={products}
          placeholder={t.anyProduct}
          value={filter.product}
        />
        <DateField name="von" label={t.from} unmarked value={filter.from} />
        <DateField name="bis" label={t.to} unmarked value={filter.to} />
      </FilterBar>
      <Results summary={t.shown({ count: rows.length })}>
        {rows.length > 0 ? (
          <>
            <VolumeTable frame={frame} rows={rows} />
            <KeysetPager frame={frame} {...pager} />
            <p>
              <a href={csvHref} download>
                {t.save}
              </a>
            </p>
          </>
        ) : (
          <EmptyState title={t.empty} text={isFiltered ? t.emptyFiltered : t.emptyText} />
        )}
      </Results>
    </Card>
  );
}

function VolumeTable({ frame, rows }: { frame: Frame; rows: readonly VolumeRow[] }) {
  const t = words[frame.language].list;
  const { fields } = words[frame.language];
  return (
    <DataTable
      caption={t.title}
      rows={rows}
      columns={[
        {
          header: fields.date,
          cell: (row) => <a href={row.href}>{row.date}</a>,
          rowHeader: true,
          nowrap: true,
        },
        { header: t.customer, cell: (row) => row.customer },
        { header: fields.product, cell: (row) => row.product },
        { header: fields.costCentre, cell: (row) => row.costCentre },
        { header: fields.pieces, cell: (row) => row.pieces, align: 'end' },
        { header: t.weight, cell: (row) => row.weight, align: 'end' },
        {
          header: t.source,
          cell: (row) => (
            <>
              {row.source} {row.isInvoiced && <Badge tone="ok">{t.invoiced}</Badge>}
            </>
          ),
        },
      ]}
    />
  );
}
