import type { ComponentChildren } from 'preact';

export interface ResultsProps {
  /** What was found, in words ("12 Aufträge"): read out when a filter changes it. */
  summary: string;
  children?: ComponentChildren;
}

/** The list below a `FilterBar`: the part of the page that a changed filter replaces. */
export function Results({ summary, children }: ResultsProps) {
  return (
    <div class="results">
      <p id="results-summary" class="hint" role="status" data-live="">
        {summary}
      </p>
      <div id="results" class="stack" data-live="">
        {children}
      </div>
    </div>
  );
}
