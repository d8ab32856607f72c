import { filledIn, formPathOf, leftOf, type StillNamed } from '../orders/index.ts';
import type { StoredTemplate } from './queries.ts';

/** The form of a template with its answers filled in, as far as what they name is still there. */
export interface TemplateForm {
  /** Undefined: nothing of it can be ordered any more. */
  readonly href: string | undefined;
  /** Something was left out. */
  readonly isCut: boolean;
}

export function templateForm(
  template: Pick<StoredTemplate, 'serviceCode' | 'answers'>,
  there: StillNamed,
): TemplateForm {
  const path = formPathOf(template.serviceCode);
  const { answers, isCut, isEmptied } = leftOf(template.answers, there);
  return { href: path && !isEmptied ? filledIn(path, answers) : undefined, isCut };
}
