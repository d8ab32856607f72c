import {
  Actions,
  Button,
  Card,
  DateField,
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
  TextField,
} from '../../../ui/index.ts';
import type { FormErrors } from '../../../web/index.ts';
import { DESK_BOXES } from '../paths.ts';
import type { BoxBalance, BoxMovementRow } from '../queries.ts';
import { words } from '../words.ts';
import { BalanceTable, MovementTable } from './box-tables.tsx';

export const FIELDS = ['addressId', 'productCode', 'delivered', 'returned', 'movedOn', 'note'] as const;

export interface DeskBoxesPageProps {
  frame: Frame;
  customer: { readonly number: string; readonly name: string };
  balances: readonly BoxBalance[];
  movements: readonly BoxMovementRow[];
  addresses: readonly SelectOption[];
  products: readonly SelectOption[];
  value: (name: (typeof FIELDS)[number]) => string;
  today: string;
  /** Of the form: sent twice, it counts once. */
  entryKey: string;
  errors: FormErrors;
  isSaved: boolean;
}

/** The boxes of a firm, and above them the form for the next movement. */
export function DeskBoxesPage(props: DeskBoxesPageProps) {
  const { frame, customer, balances, movements, errors } = props;
  const t = words[frame.language];
  const title = t.desk.of(customer);
  return (
    <Layout frame={frame} title={title} active="/desk/heute" failed={errors.summary.length > 0}>
      <PageHeading title={title} back={{ href: DESK_BOXES, text: t.desk.other }} />
      <ErrorSummary frame={frame} errors={errors} />
      {props.isSaved && (
        <Notice tone="ok" live>
          <p>{t.desk.saved}</p>
        </Notice>
      )}
      <MovementForm {...props} />
      <Card title={t.balance}>
        {balances.length === 0 ? <p>{t.desk.none}</p> : <BalanceTable frame={frame} balances={balances} />}
      </Card>
      {movements.length > 0 && (
        <Card title={t.latest}>
          <MovementTable
            frame={frame}
            movements={movements}
            orderHref={(number) => `/desk/heute/${number}`}
          />
        </Card>
      )}
    </Layout>
  );
}

function MovementForm({ frame, customer, value, errors, ...props }: DeskBoxesPageProps) {
  const t = words[frame.language];
  return (
    <Card title={t.desk.record}>
      <Form frame={frame} action={DESK_BOXES} idempotencyKey={props.entryKey}>
        <Hidden name="kunde" value={customer.number} />
        <FieldRow>
          <SelectField
            name="addressId"
            label={t.address}
            options={props.addresses}
            placeholder={t.desk.choose}
            value={value('addressId')}
            error={errors.of('addressId')}
          />
          <SelectField
            name="productCode"
            label={t.product}
            options={props.products}
            placeholder={t.desk.choose}
            value={value('productCode')}
            error={errors.of('productCode')}
          />
        </FieldRow>
        <FieldRow>
          <NumberField
            name="delivered"
            label={t.desk.delivered}
            optional
            value={value('delivered')}
            error={errors.of('delivered')}
          />
          <NumberField
            name="returned"
            label={t.desk.returned}
            optional
            value={value('returned')}
            error={errors.of('returned')}
          />
          <DateField
            name="movedOn"
            label={t.date}
            value={value('movedOn')}
            max={props.today}
            error={errors.of('movedOn')}
          />
        </FieldRow>
        <TextField
          name="note"
          label={t.note}
          hint={t.desk.noteHint}
          optional
          maxLength={200}
          value={value('note')}
          error={errors.of('note')}
        />
        <Actions>
          <Button>{t.desk.save}</Button>
        </Actions>
      </Form>
    </Card>
  );
}
