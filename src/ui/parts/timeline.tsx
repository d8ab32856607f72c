import type { ComponentChildren } from 'preact';
import type { Frame } from '../frame.ts';
import type { Tone } from './badge.tsx';

export interface TimelineEntry {
  at: Temporal.Instant;
  title: string;
  detail?: ComponentChildren;
  tone?: Tone;
}

/** What happened, in the order that it is given; newest first reads best. */
export function Timeline({ frame, entries }: { frame: Frame; entries: readonly TimelineEntry[] }) {
  return (
    <ol class="timeline">
      {entries.map((entry) => (
        <li key={`${entry.at.epochMilliseconds} ${entry.title}`} class={entry.tone}>
          <b>{entry.title}</b>
          <time dateTime={entry.at.toString()}>{frame.formats.dateTime(entry.at)}</time>
          {entry.detail && <p>{entry.detail}</p>}
        </li>
      ))}
    </ol>
  );
}
