import {
  Actions,
  ButtonLink,
  Card,
  DescriptionList,
  type Frame,
  Layout,
  PageHeading,
  Split,
} from '../../../ui/index.ts';
import type { ProductDetails } from '../product-view.ts';
import { words } from '../words.ts';

/** One of the goods: what it looks like, what it costs, how many there can be. */
export function ProductPage({ frame, product }: { frame: Frame; product: ProductDetails }) {
  const t = words[frame.language];
  const { picture, placement } = product;
  return (
    <Layout frame={frame} title={product.name} active="/bestellen">
      <PageHeading title={product.name} lead={product.hint} back={{ href: '/bestellen', text: t.title }} />
      <Split>
        <Card title={t.details}>
          <DescriptionList frame={frame} items={product.facts} />
          {product.isReturnable && (
            <p>
              {t.returnable} <a href="/bestellen/kisten">{t.toBoxes}</a>
            </p>
          )}
          {product.orderHref && (
            <Actions>
              <ButtonLink href={product.orderHref} kind="primary">
                {t.take}
              </ButtonLink>
            </Actions>
          )}
        </Card>
        {picture && (
          <Card>
            <img class="goods-large" src={picture} alt={product.name} width={320} height={240} />
          </Card>
        )}
      </Split>
      {placement && (
        <Card title={t.placement}>
          <figure class="placement">
            <img class="goods-figure" src={placement} alt={t.placementAlt} width={340} height={130} />
            <figcaption>
              <ul>
                {t.placementRules.map((rule) => (
                  <li key={rule}>{rule}</li>
                ))}
              </ul>
            </figcaption>
          </figure>
        </Card>
      )}
    </Layout>
  );
}
