import {
  Actions,
  Button,
  ButtonLink,
  Card,
  CheckboxField,
  DataTable,
  DescriptionList,
  ErrorSummary,
  Form,
  type Frame,
  HiddenFields,
  NumberField,
  Stack,
  TextAreaField,
} from '../../../ui/index.ts';
import type { FormErrors } from '../../../web/index.ts';
import { INVOICES, invoiceHref } from '../paths.ts';
import type { CorrectableLine, TakeBackView } from '../take-back-view.ts';
import { words } from '../words.ts';
import { BillingLayout } from './billing-layout.tsx';
import { NameWithRemarks } from './name-with-remarks.tsx';

export interface TakeBackProps {
  frame: Frame;
  number: string;
  customer: string;
  typed: (name: string) => string;
  errors: FormErrors;
}

/** Asks for the reason, because it cannot be undone; shows what is taken back, unless nothing is left. */
export function CancelInvoicePage(props: TakeBackProps & { preview: TakeBackView | undefined }) {
  const { frame, number, customer, typed, errors, preview } = props;
  const t = words[frame.language].cancel;
  return (
    <BillingLayout
      frame={frame}
      title={t.title({ number })}
      tab={INVOICES}
      heading={{ lead: customer, back: { href: invoiceHref(number), text: number } }}
      failed={errors.summary.length > 0}
    >
      <ErrorSummary frame={frame} errors={errors} />
      {preview && (
        <Card title={t.left}>
          <TakenBackTable frame={frame} preview={preview} />
        </Card>
      )}
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
      <ErrorSummary frame={frame} errors={errors} />
      <Card>
        <p>{t.lead}</p>
        <Form frame={frame} method="get" action={`${invoiceHref(number)}/korrigieren/pruefen`}>
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
            <Button>{t.check}</Button>
            <ButtonLink href={invoiceHref(number)}>{t.no}</ButtonLink>
          </Actions>
        </Form>
      </Card>
    </BillingLayout>
  );
}

export interface CorrectionPreviewProps {
  frame: Frame;
  number: string;
  customer: string;
  preview: TakeBackView;
  /** All answers, sent as they were checked. */
  carried: readonly (readonly [string, string])[];
  changeHref: string;
}

/** The correction as it would be. Only its button issues it. */
export function CorrectionPreviewPage(props: CorrectionPreviewProps) {
  const { frame, number, customer, preview, carried, changeHref } = props;
  const t = words[frame.language].correct;
  return (
    <BillingLayout
      frame={frame}
      title={t.previewTitle({ number })}
      tab={INVOICES}
      heading={{ lead: customer, back: { href: changeHref, text: t.title({ number }) } }}
    >
      <Stack>
        <Card>
          <p>{t.previewLead}</p>
          <TakenBackTable frame={frame} preview={preview} />
        </Card>
        <Card>
          <DescriptionList frame={frame} items={preview.facts} />
          <Form frame={frame} action={`${invoiceHref(number)}/korrigieren`}>
            <HiddenFields fields={carried} />
            <Actions>
              <Button kind="danger">{t.yes}</Button>
              <ButtonLink href={changeHref}>{t.change}</ButtonLink>
              <ButtonLink href={invoiceHref(number)}>{t.no}</ButtonLink>
            </Actions>
          </Form>
        </Card>
      </Stack>
    </BillingLayout>
  );
}

function TakenBackTable({ frame, preview }: { frame: Frame; preview: TakeBackView }) {
  const { correct: t, invoice, net } = words[frame.language];
  return (
    <>
      <DataTable
        caption={t.previewCaption}
        rows={preview.lines}
        columns={[
          {
            header: invoice.service,
            cell: (row) => <NameWithRemarks {...row} />,
            rowHeader: true,
          },
          { header: invoice.quantity, cell: (row) => row.quantity, align: 'end' },
          { header: invoice.price, cell: (row) => row.price, align: 'end' },
          { header: net, cell: (row) => row.net, align: 'end' },
        ]}
      />
      <DescriptionList frame={frame} items={preview.sums} sums />
    </>
  );
}
