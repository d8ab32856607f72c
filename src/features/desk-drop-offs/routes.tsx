import { todayOf } from '../../domain/calendar/index.ts';
import { mayStep } from '../../domain/orders/index.ts';
import { type Refusal, Refused, refuse } from '../../domain/refusal.ts';
import { deskTransaction, requireStaff, transaction } from '../../platform/context.ts';
import {
  download,
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
  staffCtx,
  wordsFor,
} from '../../web/index.ts';
import { readMailProducts } from '../catalogue/index.ts';
import { type DeskDropOff, dropOffByManifestCode } from '../drop-offs/index.ts';
import { acceptDropOff } from './accept-drop-off.ts';
import { CountPage } from './pages/count-page.tsx';
import { ReceiptPage } from './pages/receipt-page.tsx';
import { StartPage } from './pages/start-page.tsx';
import { DESK_DROP_OFFS, receiptHref } from './paths.ts';
import {
  expectedDropOffs,
  findReceipt,
  receiptFile,
  receiptOfOrder,
  recentReceipts,
  siteOf,
} from './queries.ts';
import {
  countRows,
  expectedRows,
  factsOf,
  productOptions,
  receiptFacts,
  receiptItems,
  receiptRows,
} from './view.ts';
import { words } from './words.ts';

const access = 'staff:dispatch';
const ONE = `${DESK_DROP_OFFS}/:number`;
const LISTED = 20;

export const deskDropOffRoutes: readonly Route[] = [
  { method: 'GET', path: DESK_DROP_OFFS, access, handle: showStart },
  { method: 'POST', path: DESK_DROP_OFFS, access, handle: accept },
  { method: 'GET', path: ONE, access, handle: showReceipt },
  { method: 'GET', path: `${ONE}/pdf`, access, handle: saveReceipt },
];

/** The field for the code; with a code the drop-off behind it. */
async function showStart(request: PageRequest): Promise<Response> {
  const ctx = staffCtx(request);
  requireStaff(ctx, 'dispatch');
  const code = request.url.searchParams.get('code')?.slice(0, 40) ?? '';
  const dropOff = code ? await deskTransaction(ctx, (tx) => dropOffByManifestCode(tx, code)) : undefined;
  if (dropOff) return showCount(request, dropOff);
  const frame = frameOf(request);
  const today = todayOf(ctx);
  const { expected, receipts } = await deskTransaction(ctx, async (tx) => ({
    expected: await expectedDropOffs(tx, today, LISTED),
    receipts: await recentReceipts(tx, LISTED),
  }));
  return page(
    request,
    <StartPage
      frame={frame}
      code={code}
      isUnknown={code !== ''}
      expected={expectedRows(expected, frame)}
      receipts={receiptRows(receipts, frame)}
    />,
    code === '' ? 200 : 404,
  );
}

async function showCount(
  request: PageRequest,
  dropOff: DeskDropOff,
  after?: { fields: FormFields; refusal: Refusal },
): Promise<Response> {
  const ctx = staffCtx(request);
  const frame = frameOf(request);
  const t = words[frame.language].count;
  const { products, site, receipt } = await deskTransaction(ctx, async (tx) => ({
    products: await readMailProducts(tx),
    site: await siteOf(tx, dropOff.announced.siteCode),
    receipt: await receiptOfOrder(tx, dropOff.orderId),
  }));
  const value = (name: string) => (after ? fieldValue(after.fields, name) : '');
  const labels = {
    ...Object.fromEntries(
      dropOff.announced.items.flatMap((item) => {
        const name = item.name[frame.language];
        return [
          [`pieces.${item.productCode}`, t.piecesOf({ name })],
          [`grams.${item.productCode}`, t.gramsOf({ name })],
        ];
      }),
    ),
    items: t.items,
    extraProduct: t.extra,
    extraPieces: t.extraPieces,
    containers: t.containers,
    reason: t.reason,
  };
  const errors = after ? formErrors(request, inFormTerms(after.refusal), labels) : noErrors;
  const { box, trolley, pallet } = dropOff.announced.containers;
  const { number } = frame.formats;
  return page(
    request,
    <CountPage
      frame={frame}
      code={dropOff.manifestCode}
      version={dropOff.version}
      facts={factsOf(dropOff, site?.name ?? '', frame)}
      obstacle={obstacleOf(request, dropOff, receipt)}
      rows={countRows(dropOff, frame, after?.fields)}
      products={productOptions(products, dropOff, frame)}
      typed={{
        extraProduct: value('extraProduct'),
        extraPieces: value('extraPieces'),
        containers: value('containers'),
        reason: value('reason'),
      }}
      containersHint={t.containersAnnounced({
        boxes: number(box),
        trolleys: number(trolley),
        pallets: number(pallet),
      })}
      errors={errors}
    />,
    errors.status,
  );
}

/** Why the drop-off cannot be accepted now, by the rule that the verb asks. */
function obstacleOf(
  request: PageRequest,
  dropOff: DeskDropOff,
  receipt: string | undefined,
): string | undefined {
  const { formats, language } = frameOf(request);
  const t = words[language].count;
  if (receipt) return t.hasReceipt({ number: receipt });
  const refusal = mayStep(
    {
      status: dropOff.status,
      serviceDate: dropOff.date,
      acceptedAt: undefined,
      recordedAt: undefined,
      isInvoiced: false,
    },
    'complete',
    staffCtx(request),
  );
  return refusal && `${t.ended} ${wordsFor(refusal, formats).text}`;
}

async function accept(request: PageRequest): Promise<Response> {
  const ctx = staffCtx(request);
  const { pdf, carrier } = request.services;
  const fields = await formOf(request);
  const result = await refusalOf(() => acceptDropOff(ctx, { pdf, carrier }, countInput(fields)));
  if ('done' in result) return redirect(request, `${receiptHref(result.done)}?neu=1`);
  const dropOff = await deskTransaction(ctx, (tx) => dropOffByManifestCode(tx, fieldValue(fields, 'code')));
  if (!dropOff) throw new Refused(result.refusal);
  return showCount(request, dropOff, { fields, refusal: result.refusal });
}

/** `pieces.LETTER_STD` and `grams.LETTER_STD` of the form, kind by kind. */
function countInput(fields: FormFields): Record<string, unknown> {
  const value = (name: string) => fieldValue(fields, name);
  const codes = [...fields.keys()].flatMap((name) => /^pieces\.([A-Z0-9_]{1,40})$/.exec(name)?.[1] ?? []);
  return {
    code: value('code'),
    version: value('version'),
    counted: Object.fromEntries(
      codes.map((code) => [code, { pieces: value(`pieces.${code}`), grams: value(`grams.${code}`) }]),
    ),
    extraProduct: value('extraProduct'),
    extraPieces: value('extraPieces'),
    containers: value('containers'),
    reason: value('reason'),
  };
}

/** `counted.LETTER_STD.pieces` is the field `pieces.LETTER_STD`. */
function inFormTerms(refusal: Refusal): Refusal {
  if (refusal.code !== 'invalid') return refusal;
  const named = (field: string) => field.replace(/^counted\.([A-Z0-9_]+)\.(pieces|grams)$/, '$2.$1');
  return { ...refusal, fields: refusal.fields.map((one) => ({ ...one, field: named(one.field) })) };
}

const numberOf = ({ params }: PageRequest) =>
  /^EB-\d{4}-\d{6,12}$/.test(params.number ?? '') ? (params.number ?? '') : refuse({ code: 'not-found' });

async function receiptOf(request: PageRequest) {
  const ctx = staffCtx(request);
  requireStaff(ctx, 'dispatch');
  const number = numberOf(request);
  return deskTransaction(ctx, async (tx) => ({
    receipt: (await findReceipt(tx, number)) ?? refuse({ code: 'not-found' }),
    products: await readMailProducts(tx),
  }));
}

async function showReceipt(request: PageRequest): Promise<Response> {
  const { receipt, products } = await receiptOf(request);
  const frame = frameOf(request);
  return page(
    request,
    <ReceiptPage
      frame={frame}
      number={receipt.number}
      isNew={request.url.searchParams.has('neu')}
      facts={receiptFacts(receipt, frame)}
      rows={receiptItems(receipt, products, frame)}
    />,
  );
}

async function saveReceipt(request: PageRequest): Promise<Response> {
  const { receipt } = await receiptOf(request);
  const { customerId: id, customerNumber: number, customerName: name } = receipt;
  const forFirm = { ...staffCtx(request), customer: { id, number, name } };
  const file = await transaction(forFirm, (tx) => receiptFile(tx, receipt.number));
  if (!file) refuse({ code: 'not-found' });
  return download(request, {
    name: file.name,
    type: 'application/pdf',
    content: new Uint8Array(file.bytes),
  });
}
