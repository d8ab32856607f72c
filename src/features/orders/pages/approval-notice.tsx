import type { ComponentChildren } from 'preact';
import { Deadline, type Frame, Notice } from '../../../ui/index.ts';
import { words } from '../words.ts';

export interface ApprovalNoticeProps {
  frame: Frame;
  until: Temporal.Instant;
  now: Temporal.Instant;
  /** What the reader can do about it. */
  children?: ComponentChildren;
}

/** An order waits for approval: until when that is possible, and what becomes of it. */
export function ApprovalNotice({ frame, until, now, children }: ApprovalNoticeProps) {
  const t = words[frame.language].approval;
  return (
    <Notice tone="warn" title={t.title}>
      <p>
        {t.until} <Deadline frame={frame} at={until} now={now} />
      </p>
      <p>{t.text}</p>
      {children}
    </Notice>
  );
}
