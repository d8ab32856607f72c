import {
  ButtonLink,
  Card,
  DataTable,
  type DescriptionItem,
  DescriptionList,
  type Frame,
  Notice,
  Stack,
} from '../../../ui/index.ts';
import { BILLING, INVOICES } from '../paths.ts';
import { words } from '../words.ts';
import { BillingLayout } from './billing-layout.tsx';

export interface RunPageProps {
  frame: Frame;
  title: string;
  lead: string;
  href: string;
  isFinished: boolean;
  /** How many invoices are issued and not set as a page yet. */
  unset: number;
  progress: { readonly done: number; readonly all: number };
  facts: readonly DescriptionItem[];
  without: readonly { readonly number: string; readonly name: string; readonly why: string }[];
}

/** How far a run has come. */
export function RunPage(props: RunPageProps) {
  const { frame, isFinished, progress, unset } = props;
  const isDone = isFinished && unset === 0;
  const { run: t, customer, preview } = words[frame.language];
  return (
    <BillingLayout
      frame={frame}
      title={props.title}
      tab={BILLING}
      heading={{ lead: props.lead, back: { href: BILLING, text: preview.title } }}
    >
      <Stack>
        <Notice tone={isDone ? 'ok' : 'info'} live>
          <p>{isDone ? t.finished : isFinished ? t.setting({ left: unset }) : t.running(progress)}</p>
          {!isFinished && (
            <progress max={progress.all} value={progress.done} aria-label={props.title}>
              {`${progress.done} / ${progress.all}`}
            </progress>
          )}
        </Notice>
        <Card>
          <DescriptionList frame={frame} items={props.facts} />
          <p class="actions">
            {!isDone && (
              <ButtonLink href={props.href} kind="primary">
                {t.reload}
              </ButtonLink>
            )}
            <ButtonLink href={INVOICES}>{t.toInvoices}</ButtonLink>
          </p>
        </Card>
        {props.without.length > 0 && (
          <Card title={t.without}>
            <DataTable
              caption={t.withoutCaption}
              rows={props.without}
              columns={[
                { header: customer, cell: (row) => `${row.number} ${row.name}`, rowHeader: true },
                { header: t.why, cell: (row) => row.why },
              ]}
            />
          </Card>
        )}
      </Stack>
    </BillingLayout>
  );
}
