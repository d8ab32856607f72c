import type { Frame } from '../frame.ts';
import { words } from '../words.ts';

export interface DeadlineProps {
  frame: Frame;
  at: Temporal.Instant;
  now: Temporal.Instant;
}

/** Until when something may be done: date and time, and how long that is from now (counted down by the browser). */
export function Deadline({ frame, at, now }: DeadlineProps) {
  const passed = Temporal.Instant.compare(now, at) > 0;
  return (
    <span class={passed ? 'deadline passed' : 'deadline'}>
      <time dateTime={at.toString()}>{frame.formats.dateTime(at)}</time>{' '}
      <span
        class="left"
        data-deadline={passed ? undefined : at.epochMilliseconds}
        data-now={passed ? undefined : now.epochMilliseconds}
        data-passed={words[frame.language].deadlinePassed}
      >
        {passed ? words[frame.language].deadlinePassed : frame.formats.relative(at, now)}
      </span>
    </span>
  );
}
