import { randomUUID } from 'node:crypto';
import { type Refusal, Refused } from '../../domain/refusal.ts';
import { transaction } from '../../platform/context.ts';
import { parseInput } from '../../platform/input.ts';
import {
  customerCtx,
  fieldsOf,
  formErrors,
  formOf,
  frameOf,
  noErrors,
  type PageRequest,
  page,
  type Route,
  redirect,
  refusalOf,
} from '../../web/index.ts';
import { CUT_FIELD, waitsText, waitsUntil } from '../orders/index.ts';
import { bookDropOff } from './book-drop-off.ts';
import { announcementInput, carried, kindOfForm } from './form.ts';
import { loadForm } from './load-form.ts';
import { CheckPage } from './pages/check-page.tsx';
import { FormPage } from './pages/form-page.tsx';
import { DROP_OFFS, dropOffHref, NEW_DROP_OFF } from './paths.ts';
import { quoteDropOff } from './quote-drop-off.ts';
import { Announcement } from './schemas.ts';
import { detailsView, itemsView, smallNotes } from './view.ts';
import { words } from './words.ts';

export const bookRoutes: readonly Route[] = [
  { method: 'GET', path: NEW_DROP_OFF, access: 'orders.place', handle: (request) => showForm(request) },
  { method: 'GET', path: `${NEW_DROP_OFF}/pruefen`, access: 'orders.place', handle: showCheck },
  { method: 'POST', path: DROP_OFFS, access: 'orders.place', handle: book },
];

/** First step, also after something was wrong with it or the window was taken meanwhile. */
async function showForm(
  request: PageRequest,
  fields = fieldsOf(request.url.searchParams),
  refusal?: Refusal,
): Promise<Response> {
  const frame = frameOf(request);
  const t = words[frame.language];
  const kind = kindOfForm(fields);
  const other = kind === 'letters' ? 'advertising' : 'letters';
  const form = await loadForm(customerCtx(request), { kind, fields, formats: frame.formats }, (labels) =>
    refusal ? formErrors(request, refusal, labels, 'slot') : noErrors,
  );
  return page(
    request,
    <FormPage
      frame={frame}
      title={t.newTitle[kind]}
      lead={t.newLead[kind]}
      back={{ href: DROP_OFFS, text: t.title }}
      steps={t.steps}
      terms={form.terms}
      view={form.view}
      action={NEW_DROP_OFF}
      hidden={[['kind', kind]]}
      isCut={fields.has(CUT_FIELD)}
      otherKind={{ href: `${NEW_DROP_OFF}?kind=${other}`, text: t.otherKind[kind] }}
    />,
    form.view.errors.status,
  );
}

/** Second step: shows what would be promised; whatever cannot be promised leads back to the form. */
async function showCheck(request: PageRequest): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const { formats, language } = frame;
  const t = words[language];
  const fields = fieldsOf(request.url.searchParams);
  const kind = kindOfForm(fields);
  const quoted = await refusalOf(() => {
    const answers = parseInput(Announcement, announcementInput(fields));
    return transaction(ctx, async (tx) => {
      const dropOff = await quoteDropOff(tx, ctx, kind, answers);
      return { ...dropOff, waits: await waitsUntil(tx, ctx, dropOff.quote) };
    });
  });
  if ('refusal' in quoted) return showForm(request, fields, quoted.refusal);
  const { quote, items, announced, waits } = quoted.done;
  const { changeUntil, cancelUntil } = quote.orders[0] ?? {};
  const answers = carried(fields);
  return page(
    request,
    <CheckPage
      frame={frame}
      details={detailsView(
        {
          when: `${formats.longDate(quote.date)}, ${formats.window(quote.window.starts, quote.window.ends)}`,
          site: quote.address,
          reference: quote.booking.reference,
          costCentre: quote.costCentre ? `${quote.costCentre.code} ${quote.costCentre.name}` : '',
          note: announced.note,
        },
        formats,
      )}
      items={itemsView(announced, formats)}
      notes={smallNotes(items, formats)}
      isAdvertising={kind === 'advertising'}
      deadlines={[
        ...(changeUntil ? [t.changeUntil({ at: formats.dateTime(changeUntil) })] : []),
        cancelUntil ? t.cancelDeadline({ until: formats.dateTime(cancelUntil) }) : t.noCancelling,
      ]}
      waits={waitsText(waits, formats)}
      carried={answers}
      submissionKey={randomUUID()}
      formHref={`${NEW_DROP_OFF}?${new URLSearchParams(answers)}`}
    />,
  );
}

async function book(request: PageRequest): Promise<Response> {
  const fields = await formOf(request);
  const booked = await refusalOf(() => bookDropOff(customerCtx(request), announcementInput(fields)));
  if ('done' in booked) return redirect(request, `${dropOffHref(booked.done[0]?.number ?? '')}?angemeldet=1`);
  // what the customer cannot mend on the form is said on a page of its own
  if (booked.refusal.code === 'key-reused' || booked.refusal.code === 'forbidden')
    throw new Refused(booked.refusal);
  return showForm(request, fields, booked.refusal);
}
