import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';

export interface NoticeProps {
  tone: 'info' | 'ok' | 'warn' | 'danger';
  title?: string;
  /** The outcome of what was just done: read out by screen readers without being looked for. */
  live?: boolean;
  children?: ComponentChildren;
}

/** A message that concerns the whole page. */
export function Notice({ tone, title, live, children }: NoticeProps) {
  return (
    <div class={`notice ${tone}`} role={live ? (tone === 'danger' ? 'alert' : 'status') : undefined}>
      <Icon name={tone} />
      <div>
        {title && <h2>{title}</h2>}
        {children}
      </div>
    </div>
  );
}
