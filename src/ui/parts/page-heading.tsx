import type { ComponentChildren } from 'preact';

export interface PageHeadingProps {
  title: string;
  lead?: ComponentChildren;
  /** Where the reader came from. */
  back?: { href: string; text: string };
  /** What can be done on this page, beside the title. */
  actions?: ComponentChildren;
}

/** The one h1 of a page. */
export function PageHeading({ title, lead, back, actions }: PageHeadingProps) {
  return (
    <div class="heading">
      <div>
        {back && (
          <a class="back" href={back.href}>
            <span aria-hidden="true">←</span> {back.text}
          </a>
        )}
        <h1>{withWholeNumbers(title)}</h1>
        {lead && <p class="lead">{lead}</p>}
      </div>
      {actions && <div class="actions">{actions}</div>}
    </div>
  );
}

/** A number of an order or an invoice stays on one line. */
const withWholeNumbers = (title: string) =>
  title.split(/(\p{Lu}+-\d\S*)/u).map((part, at) => (at % 2 === 1 ? <span class="num">{part}</span> : part));
