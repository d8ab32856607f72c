import { type Grants, holds, RIGHTS, type Right } from '../../domain/rights.ts';
import type { Language } from '../../platform/i18n/index.ts';
import type { FormFields } from '../../web/index.ts';
import { adminView, rightViews } from './rights-words.ts';

/** The ticks of a form about rights, worded. */
export type RightsView = readonly {
  readonly field: string;
  readonly name: string;
  readonly meaning: string;
  readonly isChecked: boolean;
}[];

const ADMIN_FIELD = 'isAdmin';
const fieldOf = (right: Right) => `right-${right}`;

/**
 * The ticks that somebody may set: nobody gives what they lack, so the rest is not shown.
 * @param options `withAdmin`: administrators can be made here
 */
export function rightsView(
  giver: Grants,
  checked: Grants,
  language: Language,
  options: { withAdmin: boolean },
): RightsView {
  const admin = { field: ADMIN_FIELD, ...adminView(language), isChecked: checked.isAdmin };
  const rights = rightViews(language)
    .filter(({ right }) => holds(giver, right))
    .map(({ right, name, meaning }) => ({
      field: fieldOf(right),
      name,
      meaning,
      isChecked: checked.rights.includes(right),
    }));
  return options.withAdmin && giver.isAdmin ? [admin, ...rights] : rights;
}

/** What was ticked. */
export function grantsOf(fields: FormFields): { isAdmin: boolean; rights: Right[] } {
  return {
    isAdmin: fields.has(ADMIN_FIELD),
    rights: RIGHTS.filter((right) => fields.has(fieldOf(right))),
  };
}

/** What a form for somebody new has ticked at first: enough to work with. */
export const USUAL_GRANTS: Grants = {
  isAdmin: false,
  rights: ['orders.place', 'orders.cancel', 'documents.view', 'documents.download'],
};
