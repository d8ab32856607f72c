import {
  Actions,
  Button,
  Card,
  ErrorSummary,
  Form,
  type Frame,
  HiddenFields,
  Layout,
  LiveTotal,
  Notice,
  NumberField,
  PageHeading,
  Split,
  Stack,
  Steps,
} from '../../../ui/index.ts';
import type { FormErrors } from '../../../web/index.ts';
import type { ProductsView, ProductView } from '../products-view.ts';
import { words } from '../words.ts';

export interface ProductsPageProps {
  frame: Frame;
  view: ProductsView;
  errors: FormErrors;
  /** Answers of the later steps, when somebody came back from them. */
  carried: readonly [string, string][];
}

/** First step: what and how much. A GET form: the answers travel in the address, so back and reload just work. */
export function ProductsPage({ frame, view, errors, carried }: ProductsPageProps) {
  const t = words[frame.language];
  return (
    <Layout frame={frame} title={t.title} active="/bestellen" failed={errors.summary.length > 0}>
      <PageHeading title={t.title} lead={t.lead} />
      <Steps frame={frame} steps={t.steps} current={1} />
      <ErrorSummary frame={frame} errors={errors} />
      {view.last && (
        <Notice tone="info" title={t.again}>
          <p>
            {view.last.text} <a href={view.last.href}>{t.again}</a>
          </p>
        </Notice>
      )}
      <Form frame={frame} action="/bestellen/lieferung" method="get">
        <HiddenFields fields={carried} />
        <Split>
          <Stack>
            {view.shelves.map((shelf) => (
              <Card key={shelf.title} title={shelf.title}>
                <p class="hint">{shelf.hours}</p>
                <Notice tone={shelf.isFinal ? 'warn' : 'info'}>{shelf.policy}</Notice>
                <ul class="shelf">
                  {shelf.products.map((product) => (
                    <Product key={product.field} frame={frame} product={product} />
                  ))}
                </ul>
              </Card>
            ))}
          </Stack>
          <Card title={t.sum}>
            <dl class="facts sums">
              <div>
                <dt>{t.net}</dt>
                <dd>
                  <LiveTotal of="net">{view.sums.net}</LiveTotal>
                </dd>
              </div>
              <div>
                <dt>{t.vat}</dt>
                <dd>
                  <LiveTotal of="vat">{view.sums.vat}</LiveTotal>
                </dd>
              </div>
              <div>
                <dt>{t.gross}</dt>
                <dd>
                  <b>
                    <LiveTotal of="gross">{view.sums.gross}</LiveTotal>
                  </b>
                </dd>
              </div>
            </dl>
            <p class="hint">{t.noDelivery}</p>
            <p>
              <a href="/bestellen/kisten">{t.toBoxes}</a>
            </p>
            <Actions>
              <Button>{t.toDelivery}</Button>
            </Actions>
          </Card>
        </Split>
      </Form>
    </Layout>
  );
}

function Product({ frame, product }: { frame: Frame; product: ProductView }) {
  const t = words[frame.language];
  return (
    <li class="goods">
      <a class="goods-picture" href={product.href}>
        {product.picture && <img src={product.picture} alt="" width={80} height={60} loading="lazy" />}
        <span class="sr">{t.more({ product: product.name })}</span>
      </a>
      <NumberField
        name={product.field}
        label={product.name}
        hint={product.hint}
        unmarked
        value={product.typed}
        min={0}
        max={product.max}
        step={1}
        unitPrice={product.unitPrice}
        vat={product.vat}
        error={product.error}
      />
    </li>
  );
}
