import {
  Actions,
  Button,
  ButtonLink,
  Card,
  EmptyState,
  ErrorSummary,
  Form,
  type Frame,
  Layout,
  PageHeading,
  Steps,
} from '../../../ui/index.ts';
import { BookingFields, type BookingView, NothingToBook } from '../../orders/index.ts';
import { EXPRESS, EXTRA, type PickupKind } from '../kinds.ts';
import type { PickupTerms } from '../view.ts';
import { words } from '../words.ts';

export interface NewPickupPageProps {
  frame: Frame;
  kind: PickupKind;
  view: BookingView;
  terms: PickupTerms;
}

export function NewPickupPage({ frame, kind, view, terms }: NewPickupPageProps) {
  const t = words[frame.language];
  const { newTitle, newLead } = t.kinds[kind.name];
  // another address may still have some
  const isNowhereToday = view.days.length === 0 && !view.hangsOnAddress && !view.notServed;
  return (
    <Layout frame={frame} title={newTitle} active="/abholungen" failed={view.errors.summary.length > 0}>
      <PageHeading title={newTitle} lead={newLead} back={{ href: '/abholungen', text: t.title }} />
      <Steps frame={frame} steps={t.steps} current={1} />
      <ErrorSummary frame={frame} errors={view.errors} />
      <Card>
        <p>
          {terms.hours} <b>{terms.price}</b>
        </p>
        {kind === EXPRESS && isNowhereToday ? (
          <EmptyState
            title={t.tooLate}
            text={t.tooLateText}
            action={
              <ButtonLink href={EXTRA.formPath} kind="primary">
                {t.kinds.extra.way}
              </ButtonLink>
            }
          />
        ) : (
          <NothingToBook frame={frame} view={view}>
            <Form frame={frame} action={`${kind.formPath}/pruefen`} method="get">
              <BookingFields frame={frame} view={view} daysAction={kind.formPath} />
              <Actions>
                <Button>{t.toCheck}</Button>
              </Actions>
            </Form>
          </NothingToBook>
        )}
      </Card>
    </Layout>
  );
}
