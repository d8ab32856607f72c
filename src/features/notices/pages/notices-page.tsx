import {
  Badge,
  Button,
  Card,
  EmptyState,
  Form,
  type Frame,
  Hidden,
  KeysetPager,
  Layout,
  Notice,
  PageHeading,
} from '../../../ui/index.ts';
import type { NoticeView } from '../view.ts';
import { words } from '../words.ts';

const MARK = '/mitteilungen/gelesen';

export interface NoticesPageProps {
  frame: Frame;
  notices: readonly NoticeView[];
  newest: string | undefined;
  older: string | undefined;
  isDone: boolean;
}

export function NoticesPage({ frame, notices, newest, older, isDone }: NoticesPageProps) {
  const t = words[frame.language];
  const hasNew = notices.some(({ isNew }) => isNew);
  return (
    <Layout frame={frame} title={t.title}>
      <PageHeading
        title={t.title}
        lead={t.lead}
        actions={
          hasNew && (
            <Form frame={frame} action={MARK} plain>
              <Button kind="secondary">{t.markAll}</Button>
            </Form>
          )
        }
      />
      {isDone && (
        <Notice tone="ok" live>
          <p>{t.done}</p>
        </Notice>
      )}
      <Card>
        {notices.length === 0 ? (
          <EmptyState title={t.none} text={t.noneText} />
        ) : (
          <ul class="notice-list" aria-label={t.list}>
            {notices.map((notice) => (
              <li key={notice.id}>
                <Entry frame={frame} notice={notice} />
              </li>
            ))}
          </ul>
        )}
        <KeysetPager frame={frame} first={newest} older={older} />
        <p>
          <a href="/konto/stammdaten/benachrichtigungen">{t.preferences}</a>
        </p>
      </Card>
    </Layout>
  );
}

function Entry({ frame, notice }: { frame: Frame; notice: NoticeView }) {
  const t = words[frame.language];
  const { title, href, facts, at, isNew, tone } = notice;
  return (
    <article class={isNew ? 'notice-entry new' : 'notice-entry'}>
      <h2>
        {href ? <a href={href}>{title}</a> : title} {isNew && <Badge tone={tone}>{t.new}</Badge>}
      </h2>
      <p>{facts.map(([term, value]) => `${term}: ${value}`).join(' · ')}</p>
      <p class="hint">{at}</p>
      {isNew && (
        <Form frame={frame} action={MARK} plain>
          <Hidden name="id" value={notice.id} />
          <Button kind="quiet" about={title}>
            {t.mark}
          </Button>
        </Form>
      )}
    </article>
  );
}
