import {
  Card,
  DataTable,
  DescriptionList,
  EmptyState,
  type Frame,
  Layout,
  PageHeading,
} from '../../../ui/index.ts';
import type { MailView } from '../view.ts';
import { words } from '../words.ts';

export function MailboxPage({ frame, mails }: { frame: Frame; mails: readonly MailView[] }) {
  const t = words[frame.language];
  return (
    <Layout frame={frame} title={t.title}>
      <PageHeading title={t.title} lead={t.lead} />
      <Card>
        {mails.length > 0 ? (
          <DataTable
            caption={t.caption}
            rows={mails}
            columns={[
              { header: t.subject, cell: (mail) => <a href={mail.href}>{mail.subject}</a>, rowHeader: true },
              { header: t.to, cell: (mail) => mail.to },
              { header: t.at, cell: (mail) => mail.at, nowrap: true },
            ]}
          />
        ) : (
          <EmptyState title={t.empty} text={t.emptyText} />
        )}
      </Card>
    </Layout>
  );
}

/** One letter as text: its HTML is for mail programs, and nothing foreign is shown as HTML here. */
export function MailPage({ frame, mail, text }: { frame: Frame; mail: MailView; text: string }) {
  const t = words[frame.language];
  return (
    <Layout frame={frame} title={mail.subject}>
      <PageHeading title={mail.subject} back={{ href: '/vorfuehrung/postfach', text: t.back }} />
      <Card>
        <DescriptionList
          frame={frame}
          items={[
            { term: t.to, value: mail.to },
            { term: t.at, value: mail.at },
          ]}
        />
        <pre class="letter">{text}</pre>
      </Card>
    </Layout>
  );
}
