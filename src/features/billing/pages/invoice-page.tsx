import {
  Actions,
  Badge,
  Button,
  ButtonLink,
  Card,
  DataTable,
  DateField,
  DescriptionList,
  ErrorSummary,
  FieldRow,
  Form,
  type Frame,
  Hidden,
  Notice,
  SelectField,
  Split,
  Stack,
  TextField,
} from '../../../ui/index.ts';
import type { FormErrors } from '../../../web/index.ts';
import type { InvoiceView } from '../invoice-view.ts';
import { INVOICES } from '../paths.ts';
import { words } from '../words.ts';
import { BillingLayout } from './billing-layout.tsx';
import { NameWithRemarks } from './name-with-remarks.tsx';

export interface InvoicePageProps {
  frame: Frame;
  invoice: InvoiceView;
  done: keyof typeof words.de.invoice.done | undefined;
  /** What was typed into a form that was not accepted. */
  typed: (name: string) => string;
  errors: FormErrors;
  key_: string;
}

/** One invoice at the desk: what it says, what became of it, and what can be done. */
export function InvoicePage(props: InvoicePageProps) {
  const { frame, invoice, errors, done } = props;
  const t = words[frame.language].invoice;
  const actions = (
    <>
      {invoice.correctHref && <ButtonLink href={invoice.correctHref}>{t.correct}</ButtonLink>}
      {invoice.cancelHref && (
        <ButtonLink href={invoice.cancelHref} kind="danger">
          {t.cancel}
        </ButtonLink>
      )}
    </>
  );
  return (
    <BillingLayout
      frame={frame}
      title={invoice.title}
      tab={INVOICES}
      heading={{ lead: invoice.customer, back: { href: INVOICES, text: t.back }, actions }}
      failed={errors.summary.length > 0}
    >
      <Stack>
        {done && (
          <Notice tone="ok" live>
            <p>{t.done[done]}</p>
          </Notice>
        )}
        <ErrorSummary frame={frame} errors={errors} />
        <Split>
          <Stack>
            <Card title={t.lines}>
              <Lines frame={frame} invoice={invoice} />
            </Card>
            {invoice.money && <MoneyCard frame={frame} invoice={invoice} />}
            {invoice.reversals.length > 0 && <Reversals frame={frame} invoice={invoice} />}
          </Stack>
          <Stack>
            <Card>
              <p>
                <Badge tone={invoice.state.tone}>{invoice.state.text}</Badge>
              </p>
              <DescriptionList frame={frame} items={invoice.facts} />
              {invoice.files.length > 0 && (
                <p class="actions">
                  {invoice.files.map(({ href, text }) => (
                    <ButtonLink key={href} href={href}>
                      {text}
                    </ButtonLink>
                  ))}
                </p>
              )}
            </Card>
            {invoice.money && <PaymentForm {...props} />}
            {invoice.money?.isDebited && <ReturnForm {...props} />}
          </Stack>
        </Split>
      </Stack>
    </BillingLayout>
  );
}

function Lines({ frame, invoice }: { frame: Frame; invoice: InvoiceView }) {
  const w = words[frame.language];
  const t = w.invoice;
  return (
    <>
      <DataTable
        caption={t.linesCaption}
        rows={invoice.lines}
        columns={[
          { header: t.position, cell: (row) => row.position },
          {
            header: t.service,
            cell: (row) => <NameWithRemarks {...row} />,
            rowHeader: true,
          },
          { header: t.quantity, cell: (row) => row.quantity, align: 'end' },
          { header: t.price, cell: (row) => row.price, align: 'end' },
          { header: w.net, cell: (row) => row.net, align: 'end' },
        ]}
      />
      <DescriptionList frame={frame} items={invoice.sums} sums />
    </>
  );
}

function MoneyCard({ frame, invoice }: { frame: Frame; invoice: InvoiceView }) {
  const w = words[frame.language];
  const t = w.invoice;
  const movements = invoice.money?.movements ?? [];
  return (
    <Card title={t.money}>
      {movements.length === 0 ? (
        <p>{t.noMoney}</p>
      ) : (
        <DataTable
          caption={t.moneyCaption}
          rows={movements}
          columns={[
            { header: t.what, cell: (row) => row.what, rowHeader: true },
            { header: t.on, cell: (row) => row.on, nowrap: true },
            { header: t.note, cell: (row) => row.note },
            { header: w.amount, cell: (row) => row.amount, align: 'end' },
          ]}
        />
      )}
      <DescriptionList frame={frame} items={invoice.money?.balance ?? []} sums />
    </Card>
  );
}

function Reversals({ frame, invoice }: { frame: Frame; invoice: InvoiceView }) {
  const w = words[frame.language];
  return (
    <Card title={w.invoice.reversals}>
      <DataTable
        caption={w.invoice.reversals}
        rows={invoice.reversals}
        columns={[
          {
            header: w.number,
            cell: (row) => <a href={row.href}>{row.number}</a>,
            unbroken: true,
            rowHeader: true,
          },
          { header: w.kind, cell: (row) => row.kind },
          { header: w.issued, cell: (row) => row.issuedOn, nowrap: true },
          { header: w.invoice.reason, cell: (row) => row.reason },
          { header: w.gross, cell: (row) => row.gross, align: 'end' },
        ]}
      />
    </Card>
  );
}

function PaymentForm({ frame, invoice, typed, errors, key_ }: InvoicePageProps) {
  const { payment: t, invoice: own } = words[frame.language];
  return (
    <Card title={own.recordPayment}>
      <Form frame={frame} action={invoice.paymentHref}>
        <Hidden name="key" value={key_} />
        <SelectField
          name="kind"
          label={t.kind}
          value={typed('kind') || 'transfer'}
          options={Object.entries(t.kinds).map(([value, label]) => ({ value, label }))}
          error={errors.of('kind')}
        />
        <FieldRow>
          <TextField
            name="amount"
            label={t.amount}
            hint={t.amountHint}
            value={typed('amount')}
            error={errors.of('amount')}
            maxLength={20}
            width="short"
          />
          <DateField
            name="paidOn"
            label={t.paidOn}
            value={typed('paidOn') || invoice.today}
            error={errors.of('paidOn')}
            max={invoice.today}
          />
        </FieldRow>
        <TextField
          name="note"
          label={t.note}
          optional
          maxLength={200}
          value={typed('note')}
          error={errors.of('note')}
        />
        <Actions>
          <Button kind="secondary" about={own.recordPayment}>
            {own.save}
          </Button>
        </Actions>
      </Form>
    </Card>
  );
}

function ReturnForm({ frame, invoice, typed, errors }: InvoicePageProps) {
  const { back: t, invoice: own } = words[frame.language];
  return (
    <Card title={own.recordReturn}>
      <Form frame={frame} action={invoice.returnHref}>
        <DateField
          name="returnedOn"
          label={t.returnedOn}
          value={typed('returnedOn') || invoice.today}
          error={errors.of('returnedOn')}
          max={invoice.today}
        />
        <SelectField
          name="reason"
          label={t.reason}
          value={typed('reason') || 'AM04'}
          options={Object.entries(t.reasons).map(([value, label]) => ({ value, label }))}
          error={errors.of('reason')}
        />
        <Actions>
          <Button kind="secondary" about={own.recordReturn}>
            {own.save}
          </Button>
        </Actions>
      </Form>
    </Card>
  );
}
