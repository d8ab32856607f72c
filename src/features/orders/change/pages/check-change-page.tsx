import {
  Actions,
  Button,
  ButtonLink,
  Card,
  EmptyState,
  Form,
  type Frame,
  HiddenFields,
  Layout,
  Notice,
  PageHeading,
  Steps,
} from '../../../../ui/index.ts';
import { OrderLines } from '../../pages/order-lines.tsx';
import { Sums } from '../../pages/sums.tsx';
import { changeHref, orderHref } from '../../view.ts';
import type { ChangeCheckView } from '../view.ts';
import { words } from '../words.ts';
import { DifferenceTable } from './difference-table.tsx';

export interface CheckChangePageProps {
  frame: Frame;
  number: string;
  view: ChangeCheckView;
  /** All answers, sent as they were checked. */
  carried: readonly [string, string][];
  submissionKey: string;
  /** The form with these answers. */
  formHref: string;
}

/** Second step: what is different afterwards. Only its button changes the order. */
export function CheckChangePage(props: CheckChangePageProps) {
  const { frame, number, view, formHref } = props;
  const t = words[frame.language];
  const isChanged = view.differences.length > 0;
  return (
    <Layout frame={frame} title={t.checkTitle} active="/auftraege">
      <PageHeading
        title={t.checkTitle}
        lead={isChanged && t.checkLead}
        back={{ href: formHref, text: t.backToForm }}
      />
      <Steps frame={frame} steps={t.steps} current={2} />
      {isChanged ? (
        <Change {...props} />
      ) : (
        <Card>
          <EmptyState
            title={t.nothingChanged}
            text={t.nothingChangedText}
            action={<ButtonLink href={orderHref(number)}>{t.back({ number })}</ButtonLink>}
          />
        </Card>
      )}
    </Layout>
  );
}

function Change({ frame, number, view, carried, submissionKey, formHref }: CheckChangePageProps) {
  const t = words[frame.language];
  return (
    <>
      <Card>
        <DifferenceTable caption={t.caption} headers={[t.what, t.before, t.after]} rows={view.differences} />
      </Card>
      <Card title={t.afterwards}>
        <OrderLines frame={frame} caption={t.afterwards} lines={view.lines} />
        <p class="hint">{t.prices}</p>
        <Sums frame={frame} sums={view.sums} />
        <Notice tone="info">{view.deadlines}</Notice>
      </Card>
      <Form frame={frame} action={changeHref(number)} idempotencyKey={submissionKey}>
        <HiddenFields fields={carried} />
        <Actions>
          <Button>{t.send}</Button>
          <ButtonLink href={formHref}>{t.backToForm}</ButtonLink>
        </Actions>
      </Form>
    </>
  );
}
