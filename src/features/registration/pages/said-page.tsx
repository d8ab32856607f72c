import type { ComponentChildren } from 'preact';
import { ButtonLink, type Frame, Layout, Notice, PageHeading } from '../../../ui/index.ts';
import { SIGN_IN } from '../../sign-in/index.ts';
import { words } from '../words.ts';

/** The outcome of a step, and the way to sign in. */
export function SaidPage(props: {
  frame: Frame;
  title: string;
  tone: 'info' | 'ok';
  children: ComponentChildren;
}) {
  return (
    <Layout frame={props.frame} title={props.title} width="narrow">
      <PageHeading title={props.title} />
      <Notice tone={props.tone} live>
        {props.children}
      </Notice>
      <p>
        <ButtonLink href={SIGN_IN}>{words[props.frame.language].register.back}</ButtonLink>
      </p>
    </Layout>
  );
}
