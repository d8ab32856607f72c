import type { ComponentChildren } from 'preact';
import type { Frame } from '../frame.ts';
import { words } from '../words.ts';

export interface DescriptionItem {
  term: string;
  value: ComponentChildren;
  /** Address of the page where this can be changed. */
  change?: string | undefined;
}

export interface DescriptionListProps {
  frame: Frame;
  items: readonly DescriptionItem[];
  /** The values are amounts: right-aligned, below each other. */
  sums?: boolean;
}

/** Pairs of a term and what it is: the order page, and the answers before sending. */
export function DescriptionList({ frame, items, sums }: DescriptionListProps) {
  const t = words[frame.language];
  return (
    <dl class={sums ? 'facts sums' : 'facts'}>
      {items.map((item) => (
        <div key={item.term}>
          <dt>{item.term}</dt>
          <dd>{item.value}</dd>
          {item.change !== undefined && (
            <dd class="change">
              <a href={item.change}>
                {t.change}
                <span class="sr"> {item.term}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
