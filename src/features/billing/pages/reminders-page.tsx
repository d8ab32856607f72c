import {
  Button,
  Card,
  DataTable,
  EmptyState,
  ErrorSummary,
  Form,
  type Frame,
  Hidden,
  Notice,
  Stack,
} from '../../../ui/index.ts';
import type { FormErrors } from '../../../web/index.ts';
import { OPEN_ITEMS, REMINDERS } from '../paths.ts';
import { words } from '../words.ts';
import { BillingLayout } from './billing-layout.tsx';

export interface OverdueRow {
  readonly customerNumber: string;
  readonly customerName: string;
  readonly items: string;
  readonly since: string;
  readonly last: string;
  readonly balance: string;
}

export interface RemindersPageProps {
  frame: Frame;
  rows: readonly OverdueRow[];
  /** The number of the reminder that was just written. */
  written: string | undefined;
  errors: FormErrors;
}

/** Who could be reminded; each by a button of its own, nobody by the program alone. */
export function RemindersPage({ frame, rows, written, errors }: RemindersPageProps) {
  const w = words[frame.language];
  const t = w.reminders;
  return (
    <BillingLayout
      frame={frame}
      title={t.title}
      tab={REMINDERS}
      heading={{ lead: t.lead }}
      failed={errors.summary.length > 0}
    >
      <Stack>
        {written && (
          <Notice tone="ok" live>
            <p>{t.written({ number: written })}</p>
          </Notice>
        )}
        <ErrorSummary frame={frame} errors={errors} />
        <Card>
          {rows.length > 0 ? (
            <DataTable
              caption={t.caption}
              rows={rows}
              columns={[
                {
                  header: w.customer,
                  cell: (row) => (
                    <span>
                      <a href={`${OPEN_ITEMS}?kunde=${row.customerNumber}`}>{row.customerNumber}</a>
                      <span class="remark">{row.customerName}</span>
                    </span>
                  ),
                  rowHeader: true,
                },
                { header: t.since, cell: (row) => row.since, nowrap: true },
                { header: t.last, cell: (row) => row.last },
                { header: t.items, cell: (row) => row.items, align: 'end' },
                { header: t.balance, cell: (row) => row.balance, align: 'end' },
                {
                  header: t.write,
                  cell: (row) => (
                    <Form
                      frame={frame}
                      action={REMINDERS}
                      plain
                      label={`${t.write} ${t.writeTo({ number: row.customerNumber })}`}
                    >
                      <Hidden name="customer" value={row.customerNumber} />
                      <Button kind="secondary" about={t.writeTo({ number: row.customerNumber })}>
                        {t.write}
                      </Button>
                    </Form>
                  ),
                },
              ]}
            />
          ) : (
            <EmptyState title={t.nothing} text={t.nothingText} />
          )}
        </Card>
      </Stack>
    </BillingLayout>
  );
}
