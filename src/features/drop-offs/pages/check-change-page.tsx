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
  PageHeading,
  Steps,
} from '../../../ui/index.ts';
import { type Difference, DifferenceTable } from '../../orders/index.ts';
import { changeHref, DROP_OFFS, dropOffHref } from '../paths.ts';
import type { ItemsView } from '../view.ts';
import { words } from '../words.ts';
import { type SmallNotes, SmallNotices } from './check-page.tsx';
import { ItemsTable } from './items-table.tsx';

export interface CheckChangePageProps {
  frame: Frame;
  number: string;
  differences: readonly Difference[];
  items: ItemsView;
  notes: SmallNotes;
  carried: readonly [string, string][];
  submissionKey: string;
  formHref: string;
}

/** Second step of a change: what is different afterwards. Only its button changes the drop-off. */
export function CheckChangePage(props: CheckChangePageProps) {
  const { frame, number, differences, items, notes, carried, submissionKey, formHref } = props;
  const t = words[frame.language];
  const isChanged = differences.length > 0;
  return (
    <Layout frame={frame} title={t.changeCheckTitle} active={DROP_OFFS}>
      <PageHeading
        title={t.changeCheckTitle}
        lead={isChanged ? t.changeCheckLead : ''}
        back={{ href: formHref, text: t.edit }}
      />
      <Steps frame={frame} steps={t.changeSteps} current={2} />
      {isChanged ? (
        <>
          <SmallNotices frame={frame} notes={notes} />
          <Card>
            <DifferenceTable caption={t.differences} headers={t.difference} rows={differences} />
          </Card>
          <Card title={t.estimateTitle}>
            <ItemsTable frame={frame} view={items} />
          </Card>
          <Form frame={frame} action={changeHref(number)} idempotencyKey={submissionKey}>
            <HiddenFields fields={carried} />
            <Actions>
              <Button>{t.changeNow}</Button>
            </Actions>
          </Form>
        </>
      ) : (
        <Card>
          <EmptyState
            title={t.nothingChanged}
            text={t.nothingChangedText}
            action={<ButtonLink href={dropOffHref(number)}>{t.pageTitle({ number })}</ButtonLink>}
          />
        </Card>
      )}
    </Layout>
  );
}
