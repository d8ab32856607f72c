import type { Answers } from '../../platform/db/json.ts';
import { formPathOf, productCodeOf } from '../orders/index.ts';
import type { StillNamed, StoredTemplate } from './queries.ts';

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
  const left = template.answers.filter((answer) => isThere(answer, there));
  const hadGoods = template.answers.some(([name]) => productCodeOf(name));
  const hasGoods = left.some(([name]) => productCodeOf(name));
  const isGone = !path || (hadGoods && !hasGoods);
  return {
    href: isGone ? undefined : `${path}?${new URLSearchParams(left.map(([name, value]) => [name, value]))}`,
    isCut: left.length < template.answers.length,
  };
}

function isThere([name, value]: Answers[number], there: StillNamed): boolean {
  const product = productCodeOf(name);
  if (product) return there.products.includes(product);
  if (name === 'addressId') return there.addresses.includes(Number(value));
  if (name === 'costCentreId') return there.costCentres.includes(Number(value));
  return true;
}
