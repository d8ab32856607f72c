import {
  Actions,
  Button,
  Card,
  type DescriptionItem,
  DescriptionList,
  Form,
  type Frame,
  HiddenFields,
  Layout,
  Notice,
  PageHeading,
  Steps,
} from '../../../ui/index.ts';
import { DROP_OFFS } from '../paths.ts';
import type { ItemsView } from '../view.ts';
import { words } from '../words.ts';
import { OpenSample } from './drop-off-fields.tsx';
import { ItemsTable } from './items-table.tsx';

export interface SmallNotes {
  readonly surcharges: readonly string[];
  readonly cheaper: readonly string[];
}

export interface CheckPageProps {
  frame: Frame;
  details: readonly DescriptionItem[];
  items: ItemsView;
  notes: SmallNotes;
  isAdvertising: boolean;
  deadlines: readonly string[];
  /** That it will wait for approval; undefined: it will not. */
  waits: string | undefined;
  carried: readonly [string, string][];
  submissionKey: string;
  formHref: string;
}

/** Second step: everything that will be promised. Only its button books. */
export function CheckPage(props: CheckPageProps) {
  const { frame, details, items, notes, isAdvertising, deadlines, carried, submissionKey, formHref } = props;
  const t = words[frame.language];
  return (
    <Layout frame={frame} title={t.checkTitle} active={DROP_OFFS}>
      <PageHeading title={t.checkTitle} lead={t.checkLead} back={{ href: formHref, text: t.edit }} />
      <Steps frame={frame} steps={t.steps} current={2} />
      {props.waits && <Notice tone="warn">{props.waits}</Notice>}
      <SmallNotices frame={frame} notes={notes} />
      {isAdvertising && <OpenSample frame={frame} />}
      <Card title={t.details}>
        <DescriptionList frame={frame} items={details} />
        {deadlines.map((deadline) => (
          <p class="hint" key={deadline}>
            {deadline}
          </p>
        ))}
      </Card>
      <Card title={t.estimateTitle}>
        <ItemsTable frame={frame} view={items} />
      </Card>
      <Form frame={frame} action={DROP_OFFS} idempotencyKey={submissionKey}>
        <HiddenFields fields={carried} />
        <Actions>
          <Button>{t.bookNow}</Button>
        </Actions>
      </Form>
    </Layout>
  );
}

/** The surcharge of small mailings, and where more pieces would cost less: said before it is booked. */
export function SmallNotices({ frame, notes }: { frame: Frame; notes: SmallNotes }) {
  const t = words[frame.language];
  if (notes.surcharges.length === 0) return null;
  return (
    <Notice tone="info" title={t.surchargeTitle}>
      {[...notes.surcharges, ...notes.cheaper].map((note) => (
        <p key={note}>{note}</p>
      ))}
    </Notice>
  );
}
