import { randomUUID } from 'node:crypto';
import { type Refusal, Refused, refuse } from '../../domain/refusal.ts';
import { type CustomerCtx, may, transaction } from '../../platform/context.ts';
import type { Language } from '../../platform/i18n/index.ts';
import { parseInput } from '../../platform/input.ts';
import {
  customerCtx,
  type FormFields,
  fieldsOf,
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
import { type Catalogue, offeredDays, readCatalogue } from '../catalogue/index.ts';
import {
  BASKET_FIELD,
  Booking,
  basketOf,
  bookingChoices,
  bookingLabels,
  bookingView,
  carriedBooking,
  carriedQuantities,
  confirmationAddress,
  formPlace,
  quantityLabels,
  quoteView,
  readQuantities,
  waitsUntil,
} from '../orders/index.ts';
import { GOODS_SERVICES, servicesOf } from './basket.ts';
import { type Habits, habitsOf } from './habits.ts';
import { CheckPage } from './pages/check-page.tsx';
import { DeliveryPage } from './pages/delivery-page.tsx';
import { ProductPage } from './pages/product-page.tsx';
import { ProductsPage } from './pages/products-page.tsx';
import { placeGoodsOrder } from './place-goods-order.ts';
import { productDetails } from './product-view.ts';
import { productsView } from './products-view.ts';
import { pastLines } from './queries.ts';
import { quoteGoods } from './quote-goods.ts';
import { words } from './words.ts';

export const goodsRoutes: readonly Route[] = [
  { method: 'GET', path: '/bestellen', access: 'orders.place', handle: (request) => showProducts(request) },
  {
    method: 'GET',
    path: '/bestellen/lieferung',
    access: 'orders.place',
    handle: (request) => showDelivery(request),
  },
  { method: 'GET', path: '/bestellen/pruefen', access: 'orders.place', handle: showCheck },
  { method: 'GET', path: '/bestellen/artikel/:code', access: 'signed-in', handle: showProduct },
  { method: 'POST', path: '/bestellen', access: 'orders.place', handle: place },
];

const everythingOf = (fields: FormFields) => [...carriedQuantities(fields), ...carriedBooking(fields)];

const queryOf = (request: PageRequest) => fieldsOf(request.url.searchParams);

const stepHref = (path: string, pairs: [string, string][]) =>
  pairs.length > 0 ? `${path}?${new URLSearchParams(pairs)}` : path;

/** First step, also after something was wrong with the quantities. */
async function showProducts(
  request: PageRequest,
  fields = queryOf(request),
  refusal?: Refusal,
): Promise<Response> {
  const frame = frameOf(request);
  const { catalogue, habits } = await shop(request);
  const labels = {
    ...quantityLabels(catalogue, frame.language),
    [BASKET_FIELD]: words[frame.language].items,
  };
  const errors = refusal ? formErrors(request, refusal, labels) : noErrors;
  return page(
    request,
    <ProductsPage
      frame={frame}
      view={productsView(catalogue, fields, errors, frame, habits)}
      errors={errors}
      carried={carriedBooking(fields)}
    />,
    errors.status,
  );
}

/** What there is, and what the firm usually orders of it. */
async function shop(request: PageRequest): Promise<{ catalogue: Catalogue; habits: Habits }> {
  const ctx = customerCtx(request);
  const [catalogue, past] = await Promise.all([
    goodsCatalogue(ctx),
    transaction(ctx, (tx) => pastLines(tx, GOODS_SERVICES, HABIT_ORDERS)),
  ]);
  return { catalogue, habits: habitsOf(past, catalogue, frameOf(request).formats) };
}

/** A habit shows in so many orders. */
const HABIT_ORDERS = 6;

async function showProduct(request: PageRequest): Promise<Response> {
  const frame = frameOf(request);
  const { catalogue, habits } = await shop(request);
  const product = catalogue.products.get(request.params.code ?? '') ?? refuse({ code: 'not-found' });
  const options = {
    frame,
    usual: habits.usual.get(product.code),
    mayPlace: may(customerCtx(request), 'orders.place'),
  };
  return page(request, <ProductPage frame={frame} product={productDetails(product, catalogue, options)} />);
}

/** Second step, also after something was wrong with its answers or the window was taken meanwhile. */
async function showDelivery(
  request: PageRequest,
  fields = queryOf(request),
  refusal?: Refusal,
): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const catalogue = await goodsCatalogue(ctx);
  const basket = await refusalOf(async () => basketOf(catalogue, readQuantities(fields)));
  if ('refusal' in basket) return showProducts(request, fields, basket.refusal);

  const errors = refusal ? formErrors(request, refusal, bookingLabels(frame.language), 'slot') : noErrors;
  const choices = await transaction(ctx, (tx) => bookingChoices(tx, 'delivery'));
  const place = formPlace(catalogue, choices.addresses, fields);
  const codes = servicesOf(basket.done);
  return page(
    request,
    <DeliveryPage
      frame={frame}
      view={bookingView({
        days: offeredDays(place.catalogue, codes, ctx.now),
        ...choices,
        place,
        services: codes.map((code) => place.catalogue.services.get(code)),
        fields,
        errors,
        formats: frame.formats,
      })}
      hours={hoursOf(place.catalogue, codes, frame.language)}
      carried={carriedQuantities(fields)}
      backHref={stepHref('/bestellen', everythingOf(fields))}
    />,
    errors.status,
  );
}

/** The sentence of each service, with its name: a basket may be of two with different deadlines. */
const hoursOf = ({ services }: Catalogue, codes: readonly string[], language: Language) =>
  codes.flatMap((code) => {
    const service = services.get(code);
    return service ? [`${service.name[language]}: ${service.hours[language]}`] : [];
  });

/** Third step: shows what would be promised; whatever cannot be promised leads back to its step. */
async function showCheck(request: PageRequest): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const fields = queryOf(request);
  const quoted = await refusalOf(() => {
    const quantities = readQuantities(fields);
    const booking = parseInput(Booking, singleValues(fields));
    return transaction(ctx, async (tx) => {
      const quote = await quoteGoods(tx, ctx, { quantities, booking });
      return { quote, waits: await waitsUntil(tx, ctx, quote) };
    });
  });
  if ('refusal' in quoted) return showDelivery(request, fields, quoted.refusal);
  const everything = everythingOf(fields);
  const deliveryHref = stepHref('/bestellen/lieferung', everything);
  return page(
    request,
    <CheckPage
      frame={frame}
      view={quoteView(quoted.done.quote, frame.formats, deliveryHref, quoted.done.waits)}
      carried={everything}
      submissionKey={randomUUID()}
      productsHref={stepHref('/bestellen', everything)}
      deliveryHref={deliveryHref}
    />,
  );
}

async function place(request: PageRequest): Promise<Response> {
  const ctx = customerCtx(request);
  const fields = await formOf(request);
  const placed = await refusalOf(() => placeGoodsOrder(ctx, goodsInput(fields)));
  if ('done' in placed)
    return redirect(request, confirmationAddress(placed.done.map(({ number }) => number)));
  // what the customer cannot mend on a form is said on a page of its own
  if (placed.refusal.code === 'key-reused' || placed.refusal.code === 'forbidden')
    throw new Refused(placed.refusal);
  return showDelivery(request, fields, placed.refusal);
}

const goodsInput = (fields: FormFields) => ({
  ...singleValues(fields),
  quantities: readQuantities(fields),
  key: fieldValue(fields, '_key'),
});

function goodsCatalogue(ctx: CustomerCtx): Promise<Catalogue> {
  return readCatalogue(ctx.db, { ...ctx, serviceCodes: GOODS_SERVICES });
}
