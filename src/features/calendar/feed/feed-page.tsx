import {
  Actions,
  Button,
  Card,
  DescriptionList,
  Form,
  type Frame,
  Layout,
  Notice,
  PageHeading,
} from '../../../ui/index.ts';
import { CALENDAR } from '../view.ts';
import { words } from '../words.ts';
import { FEED } from './paths.ts';

export interface FeedPageProps {
  frame: Frame;
  feed: { address: string; created: string; lastRead: string | undefined } | undefined;
  done: string | undefined;
}

export function FeedPage({ frame, feed, done }: FeedPageProps) {
  const t = words[frame.language];
  return (
    <Layout frame={frame} title={t.feed.title} active={CALENDAR}>
      <PageHeading title={t.feed.title} lead={t.feed.lead} back={{ href: CALENDAR, text: t.title }} />
      {done && (
        <Notice tone="ok" live>
          <p>{done}</p>
        </Notice>
      )}
      <Card title={t.feed.address}>
        {feed ? (
          <Address frame={frame} feed={feed} />
        ) : (
          <>
            <p>{t.feed.createText}</p>
            <Form frame={frame} action={FEED} plain>
              <Button>{t.feed.create}</Button>
            </Form>
          </>
        )}
      </Card>
      {feed && (
        <Card title={t.feed.how}>
          <DescriptionList
            frame={frame}
            items={[
              { term: 'Outlook', value: t.feed.outlook },
              { term: 'Apple', value: t.feed.apple },
              { term: 'Google', value: t.feed.google },
            ]}
          />
        </Card>
      )}
    </Layout>
  );
}

function Address({ frame, feed }: { frame: Frame; feed: NonNullable<FeedPageProps['feed']> }) {
  const t = words[frame.language].feed;
  return (
    <div class="secret-address">
      <p>{t.addressHint}</p>
      <input
        type="text"
        readOnly
        value={feed.address}
        aria-label={t.address}
        autocomplete="off"
        spellcheck={false}
      />
      <p>
        <a href={feed.address.replace(/^https?:/, 'webcal:')}>{t.open}</a>
      </p>
      <DescriptionList
        frame={frame}
        items={[
          { term: t.since, value: feed.created },
          { term: t.lastRead, value: feed.lastRead ?? t.never },
        ]}
      />
      <p class="hint">{t.renewText}</p>
      <Actions>
        <Form frame={frame} action={FEED} plain label={t.renew}>
          <Button kind="secondary">{t.renew}</Button>
        </Form>
        <Form frame={frame} action={`${FEED}/entfernen`} plain label={t.remove}>
          <Button kind="danger">{t.remove}</Button>
        </Form>
      </Actions>
    </div>
  );
}
