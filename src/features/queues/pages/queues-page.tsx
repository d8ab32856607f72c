import {
  Badge,
  Button,
  Card,
  DataTable,
  EmptyState,
  Form,
  type Frame,
  Hidden,
  Layout,
  Notice,
  PageHeading,
} from '../../../ui/index.ts';
import { QUEUES, QUEUES_RETRY } from '../paths.ts';
import type { FailedView, QueueView } from '../view.ts';
import { words } from '../words.ts';

export interface QueuesPageProps {
  frame: Frame;
  queues: readonly QueueView[];
  failed: readonly FailedView[];
  /** How many of the failed ones are shown at most. */
  most: number;
  /** What was just done. */
  retried: number | undefined;
}

/** Every queue with what lies in it, and what has failed. */
export function QueuesPage({ frame, queues, failed, most, retried }: QueuesPageProps) {
  const t = words[frame.language];
  return (
    <Layout frame={frame} title={t.title} active={QUEUES}>
      <PageHeading title={t.title} lead={t.lead} />
      {retried !== undefined && (
        <Notice tone="ok" live>
          <p>{t.done({ count: retried })}</p>
        </Notice>
      )}
      <Card title={t.failedTitle}>
        {failed.length === 0 ? (
          <EmptyState title={t.nothingFailed} text={t.nothingFailedText} />
        ) : (
          <>
            {failed.length === most && <p class="hint">{t.shownMost({ count: most })}</p>}
            <DataTable
              caption={t.failedCaption}
              rows={failed}
              columns={[
                { header: t.queue, cell: (job) => <code>{job.name}</code>, rowHeader: true },
                { header: t.at, cell: (job) => job.at, nowrap: true },
                { header: t.attempts, cell: (job) => job.attempts, align: 'end' },
                { header: t.error, cell: (job) => job.error },
                { header: t.actions, cell: (job) => <Again frame={frame} name={job.name} id={job.id} /> },
              ]}
            />
          </>
        )}
      </Card>
      <Card title={t.caption}>
        <DataTable
          caption={t.caption}
          rows={queues.filter(({ isIdle }) => !isIdle)}
          columns={[
            {
              header: t.queue,
              cell: (queue) => <code>{queue.name}</code>,
              rowHeader: true,
            },
            { header: t.waiting, cell: (queue) => queue.waiting, align: 'end' },
            { header: t.active, cell: (queue) => queue.active, align: 'end' },
            { header: t.retry, cell: (queue) => queue.retry, align: 'end' },
            {
              header: t.failed,
              cell: (queue) => (queue.hasFailed ? <Badge tone="danger">{queue.failed}</Badge> : queue.failed),
              align: 'end',
            },
            { header: t.completed, cell: (queue) => queue.completed, align: 'end' },
            { header: t.oldest, cell: (queue) => queue.oldest },
            { header: t.schedule, cell: (queue) => queue.schedule },
            {
              header: t.actions,
              cell: (queue) => (queue.hasFailed ? <Again frame={frame} name={queue.name} /> : '–'),
            },
          ]}
        />
        <Idle frame={frame} names={queues.filter(({ isIdle }) => isIdle).map(({ name }) => name)} />
      </Card>
    </Layout>
  );
}

/** What there would be work for, if there were any. */
function Idle({ frame, names }: { frame: Frame; names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <details>
      <summary>{words[frame.language].idle({ count: names.length })}</summary>
      <ul>
        {names.map((name) => (
          <li key={name}>
            <code>{name}</code>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Again({ frame, name, id }: { frame: Frame; name: string; id?: string }) {
  const t = words[frame.language];
  return (
    <Form frame={frame} action={QUEUES_RETRY} plain>
      <Hidden name="name" value={name} />
      {id !== undefined && <Hidden name="id" value={id} />}
      <Button kind="quiet" about={name}>
        {id === undefined ? t.allAgain : t.again}
      </Button>
    </Form>
  );
}
