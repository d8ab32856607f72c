import {
  Actions,
  Button,
  Form,
  type Frame,
  HiddenFields,
  Layout,
  PageHeading,
  Steps,
} from '../../../ui/index.ts';
import { QuoteSummary, type QuoteView } from '../../orders/index.ts';
import type { PickupKind } from '../kinds.ts';
import { words } from '../words.ts';

export interface CheckPickupPageProps {
  frame: Frame;
  kind: PickupKind;
  view: QuoteView;
  carried: readonly [string, string][];
  submissionKey: string;
  changeHref: string;
}

export function CheckPickupPage(props: CheckPickupPageProps) {
  const { frame, kind, view, carried, submissionKey, changeHref } = props;
  const t = words[frame.language];
  const { checkTitle } = t.kinds[kind.name];
  return (
    <Layout frame={frame} title={checkTitle} active="/abholungen">
      <PageHeading title={checkTitle} lead={t.checkLead} back={{ href: changeHref, text: t.change }} />
      <Steps frame={frame} steps={t.steps} current={2} />
      <QuoteSummary frame={frame} view={view} />
      <Form frame={frame} action={kind.submitPath} idempotencyKey={submissionKey}>
        <HiddenFields fields={carried} />
        <Actions>
          <Button>{t.bookNow}</Button>
        </Actions>
      </Form>
    </Layout>
  );
}
