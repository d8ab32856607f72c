import type { Refusal } from '../../domain/refusal.ts';
import { transaction } from '../../platform/context.ts';
import {
  customerCtx,
  type FormFields,
  fieldValue,
  formErrors,
  formOf,
  frameOf,
  noErrors,
  type PageRequest,
  page,
  type Route,
  redirect,
  refusalOf,
  singleValues,
} from '../../web/index.ts';
import { approvalTerms } from '../orders/index.ts';
import { RulePage } from './pages/rule-page.tsx';
import { RULE } from './paths.ts';
import { approvers, watchedPeople } from './queries.ts';
import { setApprovalRule } from './set-approval-rule.ts';
import { ruleView } from './view.ts';
import { words } from './words.ts';

export const ruleRoutes: readonly Route[] = [
  { method: 'GET', path: RULE, access: 'admin', handle: (request) => show(request) },
  { method: 'POST', path: RULE, access: 'admin', handle: save },
];

async function show(
  request: PageRequest,
  attempt?: { readonly fields: FormFields; readonly refusal: Refusal },
): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const t = words[frame.language].rule;
  const { terms, people } = await transaction(ctx, async (tx) => ({
    terms: await approvalTerms(tx, ctx),
    people: { approvers: await approvers(tx), watched: await watchedPeople(tx) },
  }));
  const view = ruleView(terms.rule, people, frame.formats);
  const errors = attempt ? formErrors(request, attempt.refusal, { above: t.above }) : noErrors;
  return page(
    request,
    <RulePage
      frame={frame}
      view={attempt ? { ...view, typed: typedIn(attempt.fields) } : view}
      isDone={request.url.searchParams.has('ok')}
      errors={errors}
    />,
    errors.status,
  );
}

/** What the form shows: as it was sent. */
const typedIn = (fields: FormFields) => ({
  isOn: fields.has('isOn'),
  above: fieldValue(fields, 'above'),
  fourEyes: fields.has('fourEyes'),
});

async function save(request: PageRequest): Promise<Response> {
  const fields = await formOf(request);
  const result = await refusalOf(() => setApprovalRule(customerCtx(request), singleValues(fields)));
  if ('done' in result) return redirect(request, `${RULE}?ok=1`);
  return show(request, { fields, refusal: result.refusal });
}
