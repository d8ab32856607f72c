import { Badge, DataTable, Deadline, type Frame } from '../../../ui/index.ts';
import type { DateView } from '../date-views.ts';
import { words } from '../words.ts';

export interface DateListProps {
  frame: Frame;
  caption: string;
  dates: readonly DateView[];
  now: Temporal.Instant;
  /** Before the plan is there: its dates lead nowhere yet. */
  isPreview?: boolean;
}

/** Dates as a list: for screen readers and phones, and for whoever reads rather than looks. */
export function DateList({ frame, caption, dates, now, isPreview }: DateListProps) {
  const t = words[frame.language];
  return (
    <DataTable
      caption={caption}
      rows={dates}
      columns={[
        {
          header: t.date,
          cell: (row) => (isPreview ? row.when : <a href={row.href}>{row.when}</a>),
          rowHeader: true,
        },
        { header: t.window, cell: (row) => row.window, unbroken: true },
        {
          header: t.what,
          cell: (row) => (
            <>
              <Badge tone={row.state.tone}>{row.state.text}</Badge>
              {row.remark && <span class="remark">{row.remark}</span>}
            </>
          ),
        },
        {
          header: t.deadline,
          cell: (row) => row.deadline && <Deadline frame={frame} at={row.deadline} now={now} />,
        },
        ...(isPreview
          ? []
          : [
              {
                header: t.order,
                cell: (row: DateView) => row.order && <a href={row.order.href}>{row.order.number}</a>,
                unbroken: true,
              },
            ]),
      ]}
    />
  );
}
