import { DescriptionList, type Frame } from '../../../ui/index.ts';
import type { ServiceTerms } from '../service-terms.ts';
import { termWords } from '../service-terms-words.ts';

/** When each service of a form is there and until when it is ordered, changed and cancelled. */
export function ServiceTermsList({ frame, terms }: { frame: Frame; terms: readonly ServiceTerms[] }) {
  if (terms.length === 0) return null;
  return (
    <details>
      <summary>{termWords[frame.language].title}</summary>
      {terms.map(({ service, items }) => (
        <div key={service}>
          <p>
            <b>{service}</b>
          </p>
          <DescriptionList frame={frame} items={items} />
        </div>
      ))}
    </details>
  );
}
