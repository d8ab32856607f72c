import type { Carrier } from '../../../platform/carrier/carrier.ts';
import { Card, DescriptionList, type Frame, Layout, Notice, PageHeading } from '../../../ui/index.ts';
import { words } from '../words.ts';

/** Who answers for the portal; the contents that § 5 DDG asks for. */
export function ImprintPage({ frame, carrier }: { frame: Frame; carrier: Carrier }) {
  const t = words[frame.language].imprint;
  return (
    <Layout frame={frame} title={t.title} width="narrow">
      <PageHeading title={t.title} />
      {carrier.isSample && <Notice tone="info">{t.sample}</Notice>}
      <Card>
        <DescriptionList
          frame={frame}
          items={[
            {
              term: t.provider,
              value: `${carrier.legalName}, ${carrier.street}, ${carrier.postcode} ${carrier.city}`,
            },
            { term: t.representatives, value: carrier.representatives },
            { term: t.phone, value: `${carrier.phone} (${carrier.phoneHours[frame.language]})` },
            { term: t.email, value: <a href={`mailto:${carrier.email}`}>{carrier.email}</a> },
            { term: t.register, value: carrier.register },
            { term: t.vatId, value: carrier.vatId },
            { term: t.authority, value: carrier.supervisoryAuthority },
          ]}
        />
      </Card>
    </Layout>
  );
}
