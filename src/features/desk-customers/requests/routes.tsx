import type { Refusal } from '../../../domain/refusal.ts';
import { RIGHTS } from '../../../domain/rights.ts';
import type { Ctx } from '../../../platform/context.ts';
import {
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
  staffCtx,
} from '../../../web/index.ts';
import { answerCompanyChange } from '../../master-data/index.ts';
import { REQUESTS } from '../paths.ts';
import { words } from '../words.ts';
import { answerJoin, answerMember, answerProposal, answerRegistration } from './answer.ts';
import { openRequests } from './open.ts';
import { RequestsPage } from './requests-page.tsx';

const care = 'staff:care';

export const requestRoutes: readonly Route[] = [
  { method: 'GET', path: REQUESTS, access: care, handle: (request) => show(request) },
  answers('registrierung', (ctx, fields) => answerRegistration(ctx, singleValues(fields))),
  answers('name', (ctx, fields) =>
    answerCompanyChange(ctx, {
      id: fieldValue(fields, 'id'),
      answer: fieldValue(fields, 'answer') === 'yes' ? 'accepted' : 'declined',
      note: fieldValue(fields, `note-${fieldValue(fields, 'id')}`),
    }),
  ),
  answers('hauptkontakt', (ctx, fields) => answerProposal(ctx, singleValues(fields))),
  answers('mitglied', (ctx, fields) => answerMember(ctx, singleValues(fields))),
  answers('beitritt', (ctx, fields) => {
    const id = fieldValue(fields, 'id');
    return answerJoin(ctx, {
      ...singleValues(fields),
      rights: RIGHTS.filter((right) => fields.has(`${id}-right-${right}`)),
    });
  }),
];

/** Who may act for a firm is decided by somebody who has just proved who they are; a name is not worth that. */
function answers(kind: string, verb: (ctx: Ctx, fields: FormFields) => Promise<unknown>): Route {
  return {
    method: 'POST',
    path: `${REQUESTS}/${kind}`,
    access: care,
    ...(kind === 'name' ? {} : { confirm: true }),
    async handle(request) {
      const fields = await formOf(request);
      const result = await refusalOf(() => verb(staffCtx(request), fields));
      if ('done' in result) return redirect(request, `${REQUESTS}?ok=1`);
      return show(request, result.refusal);
    },
  };
}

async function show(request: PageRequest, refusal?: Refusal): Promise<Response> {
  const frame = frameOf(request);
  const t = words[frame.language].requests;
  const errors = refusal ? formErrors(request, refusal, { note: t.note }) : noErrors;
  return page(
    request,
    <RequestsPage
      frame={frame}
      open={await openRequests(staffCtx(request))}
      // what is not there (any more) was answered by somebody else while this page was open
      errors={refusal?.code === 'not-found' ? { ...errors, title: t.gone } : errors}
      done={request.url.searchParams.get('ok') === '1'}
    />,
    errors.status,
  );
}
