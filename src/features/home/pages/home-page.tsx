import {
  ButtonLink,
  Card,
  DataTable,
  Deadline,
  EmptyState,
  type Frame,
  Layout,
  Notice,
  PageHeading,
  Split,
  Stack,
} from '../../../ui/index.ts';
import { ContactCard } from '../../carrier-pages/index.ts';
import { APPROVALS, type OrderRow, OrderTable } from '../../orders/index.ts';
import type { NextService } from '../view.ts';
import { words } from '../words.ts';

export interface HomePageProps {
  frame: Frame;
  name: string;
  customer: { readonly name: string; readonly number: string };
  next: readonly NextService[];
  latest: readonly OrderRow[];
  /** Which amount the firm wants to read first. */
  priceDisplay: 'net' | 'gross';
  /** Orders wait for this person's approval. */
  approval: { readonly title: string; readonly show: string } | undefined;
  now: Temporal.Instant;
  mayPlace: boolean;
}

export function HomePage(props: HomePageProps) {
  const { frame, name, customer, next, latest, priceDisplay, approval, now, mayPlace } = props;
  const t = words[frame.language];
  return (
    <Layout frame={frame} title={t.title} active="/">
      <PageHeading
        title={t.greeting({ name })}
        lead={t.lead({ customer: customer.name, number: customer.number })}
      />
      {approval && (
        <Notice tone="warn" title={approval.title}>
          <p>
            <a href={APPROVALS}>{approval.show}</a>
          </p>
        </Notice>
      )}
      <Split>
        <Card title={t.next}>
          {next.length > 0 ? (
            <DataTable
              caption={t.next}
              rows={next}
              columns={[
                {
                  header: t.when,
                  cell: (row) => (
                    <a href={row.href}>
                      <span class="num">{row.date}</span>, <span class="num">{row.window}</span>
                    </a>
                  ),
                  rowHeader: true,
                },
                { header: t.what, cell: (row) => row.service },
                { header: t.where, cell: (row) => row.where },
                {
                  header: t.cancelUntil,
                  cell: (row) =>
                    typeof row.cancelUntil === 'string' ? (
                      row.cancelUntil
                    ) : (
                      <Deadline frame={frame} at={row.cancelUntil} now={now} />
                    ),
                },
              ]}
            />
          ) : (
            <EmptyState title={t.noNext} text={t.noNextText} />
          )}
        </Card>
        <Stack>
          <Card title={t.quick}>
            <div class="stack">
              {mayPlace && (
                <>
                  <ButtonLink href="/bestellen" kind="primary">
                    {t.order}
                  </ButtonLink>
                  <ButtonLink href="/abholungen/neu">{t.pickup}</ButtonLink>
                </>
              )}
              <ButtonLink href="/auftraege">{t.list}</ButtonLink>
            </div>
          </Card>
          <ContactCard frame={frame} title={t.service} />
        </Stack>
      </Split>
      {latest.length > 0 && (
        <Card title={t.latest} action={<a href="/auftraege">{t.all}</a>}>
          <OrderTable frame={frame} rows={latest} priceDisplay={priceDisplay} />
        </Card>
      )}
    </Layout>
  );
}
