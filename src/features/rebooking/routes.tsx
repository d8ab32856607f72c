import { refuse } from '../../domain/refusal.ts';
import { may, transaction } from '../../platform/context.ts';
import type { Frame } from '../../ui/index.ts';
import { customerCtx, frameOf, type PageRequest, page, type Route, redirect } from '../../web/index.ts';
import { findOrder, orderAgain, orderHref, readNumber } from '../orders/index.ts';
import { CHOICES } from './choices.ts';
import { type FoundChoice, findChoices } from './find-choices.ts';
import { isChargedOrder } from './queries.ts';
import { type ChoiceView, RebookingPage } from './rebooking-page.tsx';
import { words } from './words.ts';

export const rebookingRoutes: readonly Route[] = [
  { method: 'GET', path: '/auftraege/:number/ersatz', access: 'signed-in', handle: showChoices },
];

/** The choices for an order that failed; a choice of a letter leads on to its form at once while it can be had. */
async function showChoices(request: PageRequest): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const number = readNumber(request.params);
  const { order, again, isCharged } = await transaction(ctx, async (tx) => {
    const found = (await findOrder(tx, number)) ?? refuse({ code: 'not-found' });
    return {
      order: found.order,
      again: await orderAgain(tx, ctx, found),
      isCharged: await isChargedOrder(tx, found.order.id),
    };
  });
  if (order.status !== 'failed') return redirect(request, orderHref(number));

  const found = again?.href
    ? await findChoices(ctx, order.service_code, again.href, order.address.postcode)
    : [];
  const wanted = CHOICES.find((choice) => choice === request.url.searchParams.get('wunsch'));
  const chosen = found.find(({ choice }) => choice === wanted);
  if (chosen?.href) return redirect(request, chosen.href);
  const t = words[frame.language];
  const obstacle = may(ctx, 'orders.place') ? (again?.href ? undefined : t.notAgain) : t.noRight;
  return page(
    request,
    <RebookingPage
      frame={frame}
      number={number}
      orderHref={orderHref(number)}
      isCharged={isCharged}
      choices={found.map((one) => choiceView(one, frame))}
      obstacle={obstacle}
    />,
  );
}

function choiceView({ choice, href, window }: FoundChoice, { language, formats }: Frame): ChoiceView {
  const t = words[language];
  const text = window
    ? `${formats.longDate(window.date)}, ${formats.window(window.starts, window.ends)}`
    : t.dropOff;
  return { name: t.names[choice], href, text: href ? text : t.gone[choice] };
}
