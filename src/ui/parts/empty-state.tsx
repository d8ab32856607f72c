import type { ComponentChildren } from 'preact';

/** Nothing here yet: says so, and what to do next. */
export function EmptyState(props: { title: string; text?: ComponentChildren; action?: ComponentChildren }) {
  return (
    <div class="empty">
      <svg viewBox="0 0 64 48" width="64" height="48" aria-hidden="true" focusable="false">
        <path d="M10 6h44a4 4 0 0 1 4 4v28a4 4 0 0 1-4 4H10a4 4 0 0 1-4-4V10a4 4 0 0 1 4-4Zm-3 3 25 18L57 9" />
      </svg>
      <h2>{props.title}</h2>
      {props.text && <p>{props.text}</p>}
      {props.action}
    </div>
  );
}
