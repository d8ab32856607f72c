import {
  Actions,
  ButtonLink,
  Card,
  type DescriptionItem,
  DescriptionList,
  type Frame,
  Layout,
  Notice,
  PageHeading,
} from '../../../ui/index.ts';
import type { DateView, MonthView } from '../date-views.ts';
import { PLANS_PATH, planHref } from '../paths.ts';
import { words } from '../words.ts';
import { DateList } from './date-list.tsx';
import { MonthTable } from './month-table.tsx';

export interface PlanPageProps {
  frame: Frame;
  number: string;
  facts: readonly DescriptionItem[];
  month: MonthView;
  dates: readonly DateView[];
  earlier: string;
  later: string;
  isOver: boolean;
  hasBlocked: boolean;
  /** What was just done. */
  done: string | undefined;
  mayPlace: boolean;
  mayCancel: boolean;
  now: Temporal.Instant;
}

export function PlanPage(props: PlanPageProps) {
  const { frame, number, facts, month, dates, earlier, later, now } = props;
  const t = words[frame.language];
  const title = t.planTitle({ number });
  const caption = t.month({ month: month.title });
  const monthLink = (value: string) => `${planHref(number)}?monat=${value}#monat`;
  return (
    <Layout frame={frame} title={title} active="/abholungen">
      <PageHeading title={title} back={{ href: PLANS_PATH, text: t.title }} />
      {props.done && (
        <Notice tone="ok" live>
          <p>{props.done}</p>
        </Notice>
      )}
      {props.hasBlocked && (
        <Notice tone="warn">
          <p>{t.blockedNote}</p>
        </Notice>
      )}
      <Card title={t.plan}>
        <DescriptionList frame={frame} items={facts} />
        <Possible {...props} />
      </Card>
      <Card title={caption} id="monat">
        <Actions>
          <ButtonLink href={monthLink(earlier)}>{t.earlier}</ButtonLink>
          <ButtonLink href={monthLink(later)}>{t.later}</ButtonLink>
        </Actions>
        <MonthTable month={month} />
        {dates.length > 0 ? (
          <DateList frame={frame} caption={caption} dates={dates} now={now} />
        ) : (
          <p>{t.noDates}</p>
        )}
      </Card>
    </Layout>
  );
}

function Possible({ frame, number, isOver, mayPlace, mayCancel }: PlanPageProps) {
  const t = words[frame.language];
  const href = planHref(number);
  if (isOver) return <p>{t.isOver}</p>;
  if (!mayPlace && !mayCancel) return null;
  return (
    <Actions>
      {mayPlace && <ButtonLink href={`${href}/aendern`}>{t.changePlan}</ButtonLink>}
      {mayPlace && <ButtonLink href={`${href}/zusatztermin`}>{t.addDate}</ButtonLink>}
      {mayCancel && <ButtonLink href={`${href}/pausen`}>{t.pauses}</ButtonLink>}
      {mayCancel && (
        <ButtonLink href={`${href}/beenden`} kind="danger">
          {t.endPlan}
        </ButtonLink>
      )}
    </Actions>
  );
}
