import type { ComponentChildren } from 'preact';

export interface CardProps {
  title?: string;
  /** Beside the title, for example "Alle Aufträge". */
  action?: ComponentChildren;
  id?: string;
  children?: ComponentChildren;
}

/** A piece of a page. */
export function Card({ title, action, id, children }: CardProps) {
  return (
    <section class="card" id={id}>
      {title && (
        <div class="card-head">
          <h2>{title}</h2>
          {action}
        </div>
      )}
      {children}
    </section>
  );
}

/** A wide piece and a narrow one beside it where there is room. */
export function Split({ children }: { children: ComponentChildren }) {
  return <div class="split">{children}</div>;
}

/** Pieces below each other, for example in one half of a `Split`. */
export function Stack({ children }: { children: ComponentChildren }) {
  return <div class="stack">{children}</div>;
}
