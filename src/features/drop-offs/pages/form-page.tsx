import {
  Actions,
  Button,
  Card,
  ErrorSummary,
  Form,
  type Frame,
  HiddenFields,
  Layout,
  PageHeading,
  Steps,
} from '../../../ui/index.ts';
import { ConflictNotice, type ConflictView, CutNotice } from '../../orders/index.ts';
import type { DropOffFormView } from '../form-view.ts';
import { DROP_OFFS } from '../paths.ts';
import { words } from '../words.ts';
import { DropOffFields } from './drop-off-fields.tsx';

export interface FormPageProps {
  frame: Frame;
  title: string;
  lead: string;
  back: { readonly href: string; readonly text: string };
  steps: readonly [string, string];
  /** Until when it can be done, from the data that decide. */
  terms: string;
  view: DropOffFormView;
  /** The page of the form itself; the next step lies below it. */
  action: string;
  /** Sent along: the kind, the version that is changed. */
  hidden: readonly (readonly [string, string])[];
  /** Begins with the answers of an earlier one, not all of which can be given any more. */
  isCut?: boolean;
  /** Somebody else changed it meanwhile. */
  conflict?: ConflictView | undefined;
  otherKind?: { readonly href: string; readonly text: string } | undefined;
}

/** First step of announcing or changing: a GET form, so that nothing is lost on the way. */
export function FormPage(props: FormPageProps) {
  const { frame, title, lead, back, steps, terms, view, action, hidden, isCut, conflict, otherKind } = props;
  const t = words[frame.language];
  return (
    <Layout
      frame={frame}
      title={title}
      active={DROP_OFFS}
      failed={view.errors.summary.length > 0 || conflict !== undefined}
    >
      <PageHeading title={title} lead={lead} back={back} />
      <Steps frame={frame} steps={steps} current={1} />
      <ErrorSummary frame={frame} errors={view.errors} />
      {conflict && <ConflictNotice frame={frame} conflict={conflict} />}
      {isCut && <CutNotice frame={frame} />}
      <Card>
        <p>{terms}</p>
        {otherKind && (
          <p>
            <a href={otherKind.href}>{otherKind.text}</a>
          </p>
        )}
        <Form frame={frame} action={`${action}/pruefen`} method="get">
          <HiddenFields fields={hidden} />
          <DropOffFields frame={frame} view={view} formAction={action} />
          <Actions>
            <Button>{t.toCheck}</Button>
          </Actions>
        </Form>
      </Card>
    </Layout>
  );
}
