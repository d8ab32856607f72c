import type { Frame } from '../frame.ts';
import { words } from '../words.ts';

export interface StepsProps {
  frame: Frame;
  steps: readonly string[];
  /** Counted from 1. */
  current: number;
}

/** Where the reader is in a short sequence of pages. */
export function Steps({ frame, steps, current }: StepsProps) {
  const t = words[frame.language];
  return (
    <nav class="steps" aria-label={t.stepsLabel}>
      <p>{t.stepOf(current, steps.length)}</p>
      <ol>
        {steps.map((step, at) => (
          <li
            key={step}
            class={at + 1 < current ? 'done' : undefined}
            aria-current={at + 1 === current ? 'step' : undefined}
          >
            {step}
            {at + 1 < current && <span class="sr"> ({t.stepDone})</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
