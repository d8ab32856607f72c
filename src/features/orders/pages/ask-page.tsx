import type { ComponentChildren, ComponentProps } from 'preact';
import {
  Actions,
  Button,
  ButtonLink,
  Card,
  DescriptionList,
  ErrorSummary,
  Form,
  type Frame,
  Layout,
  PageHeading,
} from '../../../ui/index.ts';
import type { FormErrors } from '../../../web/index.ts';
import { type OrderView, orderHref } from '../view.ts';
import { words } from '../words.ts';

export interface AskPageProps {
  frame: Frame;
  order: OrderView;
  words: {
    title(order: { number: string }): string;
    readonly question: string;
    readonly consequence: string;
    readonly yes: string;
    readonly no: string;
  };
  facts: ComponentProps<typeof DescriptionList>['items'];
  /** It can be done now; otherwise `errors` say why not. */
  isPossible: boolean;
  /** Where the answer "yes" goes. */
  action: string;
  errors: FormErrors;
  /** What is asked besides. */
  children?: ComponentChildren;
}

/** Asks before something is done to an order that cannot be undone. */
export function AskPage({
  frame,
  order,
  words: t,
  facts,
  isPossible,
  action,
  errors,
  children,
}: AskPageProps) {
  const title = t.title({ number: order.number });
  // without a question there is nothing to say no to
  const backText = isPossible ? t.no : words[frame.language].approval.toOrder;
  const back = <ButtonLink href={orderHref(order.number)}>{backText}</ButtonLink>;
  return (
    <Layout frame={frame} title={title} active="/auftraege" width="narrow" failed={errors.summary.length > 0}>
      <PageHeading title={title} />
      <ErrorSummary frame={frame} errors={errors} />
      <Card>
        <DescriptionList frame={frame} items={facts} />
        {isPossible ? (
          <Form frame={frame} action={action}>
            <p>
              <b>{t.question}</b> {t.consequence}
            </p>
            {children}
            <Actions>
              <Button kind="danger">{t.yes}</Button>
              {back}
            </Actions>
          </Form>
        ) : (
          back
        )}
      </Card>
    </Layout>
  );
}
