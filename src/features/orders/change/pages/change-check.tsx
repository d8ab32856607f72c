import type { ComponentChildren } from 'preact';
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
} from '../../../../ui/index.ts';
import type { Difference } from '../differences.ts';
import { words } from '../words.ts';
import { WhatChanges } from './difference-table.tsx';

export interface ChangeCheckProps {
  frame: Frame;
  /** Where the page belongs in the menu. */
  active: string;
  title: string;
  lead: string;
  steps: readonly [string, string];
  differences: readonly Difference[];
  /** That it stays as it is: said where nothing was changed. */
  unchanged: string;
  /** The page of what would be changed. */
  present: { readonly href: string; readonly text: string };
  /** Where the change is sent. */
  action: string;
  /** All answers, sent as they were checked. */
  carried: readonly [string, string][];
  submissionKey: string;
  /** The form with these answers. */
  formHref: string;
  /** What else is to be known before it is sent. */
  children: ComponentChildren;
}

/** Second step of changing something ordered: what is different afterwards. Only its button changes it. */
export function ChangeCheck(props: ChangeCheckProps) {
  const { frame, title, lead, differences, present, action, carried, submissionKey, formHref } = props;
  const t = words[frame.language];
  const isChanged = differences.length > 0;
  return (
    <Layout frame={frame} title={title} active={props.active}>
      <PageHeading title={title} lead={isChanged && lead} back={{ href: formHref, text: t.backToForm }} />
      <Steps frame={frame} steps={props.steps} current={2} />
      {isChanged ? (
        <>
          <WhatChanges frame={frame} rows={differences} />
          {props.children}
          <Form frame={frame} action={action} idempotencyKey={submissionKey}>
            <HiddenFields fields={carried} />
            <Actions>
              <Button>{t.send}</Button>
              <ButtonLink href={formHref}>{t.backToForm}</ButtonLink>
            </Actions>
          </Form>
        </>
      ) : (
        <Card>
          <EmptyState
            title={t.nothingChanged}
            text={props.unchanged}
            action={<ButtonLink href={present.href}>{present.text}</ButtonLink>}
          />
        </Card>
      )}
    </Layout>
  );
}
