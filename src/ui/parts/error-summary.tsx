import type { Frame } from '../frame.ts';
import { words } from '../words.ts';
import { fieldId } from './field.tsx';
import { Icon } from './icon.tsx';

export interface ErrorSummaryProps {
  frame: Frame;
  errors: {
    readonly summary: readonly { readonly field?: string; readonly message: string }[];
    /** Instead of "Bitte prüfen Sie Ihre Eingaben", where it was not an entry that was wrong. */
    readonly title?: string;
  };
}

/** What was not accepted, on top of the page, each line leading to its field. Shows nothing without errors. */
export function ErrorSummary({ frame, errors: { summary, title } }: ErrorSummaryProps) {
  if (summary.length === 0) return null;
  return (
    <div class="notice danger" role="alert" tabIndex={-1} data-error-summary="">
      <Icon name="danger" />
      <div>
        <h2>{title ?? words[frame.language].errorTitle}</h2>
        <ul>
          {summary.map((error) => (
            <li key={`${error.field} ${error.message}`}>
              {error.field ? <a href={`#${fieldId(error.field)}`}>{error.message}</a> : error.message}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
