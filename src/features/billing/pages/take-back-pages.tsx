import {
  Actions,
  Button,
  ButtonLink,
  Card,
  CheckboxField,
  DataTable,
  ErrorSummary,
  Form,
  type Frame,
  NumberField,
  TextAreaField,
} from '../../../ui/index.ts';
import type { FormErrors } from '../../../web/index.ts';
import { INVOICES, invoiceHref } from '../paths.ts';
import { words } from '../words.ts';
import { BillingLayout } from './billing-layout.tsx';

export interface TakeBackProps {
  frame: Frame;
  number: string;
  customer: string;
  typed: (name: string) => string;
  errors: FormErrors;
}

/** Asks for the reason, because it cannot be undone. */
export function CancelInvoicePage(props: TakeBackProps) {
  const { frame, number, customer, typed, errors } = props;
  const t = words[frame.language].cancel;
  return (
    <BillingLayout
      frame={frame}
      title={t.title({ number })}
      tab={INVOICES}
      heading={{ lead: customer, back: { href: invoiceHref(number), text: number } }}
      failed={errors.summary.length > 0}
    >
      <ErrorSummary
        frame={frame}
        errors={errors.summary}
        {...(errors.title ? { title: errors.title } : {})}
      />
      <Card>
        <p>{t.lead}</p>
        <Form frame={frame} action={`${invoiceHref(number)}/stornieren`}>
          <TextAreaField
            name="reason"
            label={t.reason}
            hint={t.reasonHint}
            maxLength={500}
            value={typed('reason')}
            error={errors.of('reason')}
          />
          <CheckboxField name="again" label={t.again} hint={t.againHint} checked={typed('again') === 'on'} />
          <Actions>
            <Button kind="danger">{t.yes}</Button>
            <ButtonLink href={invoiceHref(number)}>{t.no}</ButtonLink>
          </Actions>
        </Form>
      </Card>
    </BillingLayout>
  );
}

export interface CorrectableLine {
  readonly position: number;
  readonly name: string;
  readonly left: string;
  readonly most: number;
  readonly price: string;
  readonly field: string;
}

/** Asks how much of which line is taken back. */
export function CorrectInvoicePage(props: TakeBackProps & { lines: readonly CorrectableLine[] }) {
  const { frame, number, customer, typed, errors, lines } = props;
  const { correct: t, invoice } = words[frame.language];
  return (
    <BillingLayout
      frame={frame}
      title={t.title({ number })}
      tab={INVOICES}
      heading={{ lead: customer, back: { href: invoiceHref(number), text: number } }}
      failed={errors.summary.length > 0}
    >
      <ErrorSummary
        frame={frame}
        errors={errors.summary}
        {...(errors.title ? { title: errors.title } : {})}
      />
      <Card>
        <p>{t.lead}</p>
        <Form frame={frame} action={`${invoiceHref(number)}/korrigieren`}>
          <DataTable
            caption={t.caption}
            rows={lines}
            columns={[
              { header: invoice.position, cell: (row) => row.position },
              { header: invoice.service, cell: (row) => row.name, rowHeader: true },
              { header: t.left, cell: (row) => row.left, align: 'end' },
              { header: invoice.price, cell: (row) => row.price, align: 'end' },
              {
                header: t.quantities,
                cell: (row) => (
                  <NumberField
                    name={row.field}
                    label={t.quantity(row)}
                    hideLabel
                    optional
                    min={0}
                    max={row.most}
                    value={typed(row.field)}
                    error={errors.of(row.field)}
                  />
                ),
              },
            ]}
          />
          <TextAreaField
            name="reason"
            label={t.reason}
            hint={t.reasonHint}
            maxLength={500}
            value={typed('reason')}
            error={errors.of('reason')}
          />
          <Actions>
            <Button kind="danger">{t.yes}</Button>
            <ButtonLink href={invoiceHref(number)}>{t.no}</ButtonLink>
          </Actions>
        </Form>
      </Card>
    </BillingLayout>
  );
}
