import type { ComponentChildren } from 'preact';
import { ErrorSummary, type Frame, Notice } from '../../../ui/index.ts';
import { type FormErrors, noErrors } from '../../../web/index.ts';
import { AccountLayout } from '../../account/index.ts';
import { words } from '../words.ts';

export interface MasterDataFrameProps {
  frame: Frame;
  title: string;
  /** The page above this one; the overview itself has none. */
  back?: { href: string; text: string };
  errors?: FormErrors | undefined;
  /** What was just done, in words. */
  done?: string | undefined;
  /** The form was not accepted, and not because of an entry. */
  failed?: boolean;
  children: ComponentChildren;
}

/** The frame of every page of the master data. */
export function MasterDataFrame(props: MasterDataFrameProps) {
  const { frame, title, back, errors = noErrors, done } = props;
  return (
    <AccountLayout
      frame={frame}
      title={title === words[frame.language].title ? title : `${title} · ${words[frame.language].title}`}
      tab="/konto/stammdaten"
      failed={errors.summary.length > 0 || props.failed === true}
    >
      {back && (
        <p>
          <a class="back" href={back.href}>
            <span aria-hidden="true">←</span> {back.text}
          </a>
        </p>
      )}
      {done && (
        <Notice tone="ok" live>
          <p>{done}</p>
        </Notice>
      )}
      <ErrorSummary frame={frame} errors={errors} />
      {props.children}
    </AccountLayout>
  );
}
