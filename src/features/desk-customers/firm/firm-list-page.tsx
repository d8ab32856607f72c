import type { ComponentChildren } from 'preact';
import { Card, type Frame, KeysetPager, Layout, PageHeading } from '../../../ui/index.ts';
import { CUSTOMERS, firmHref } from '../paths.ts';
import { words } from '../words.ts';
import type { PagerLinks } from './pager-links.ts';

/** All orders or documents of a firm, page by page. */
export function FirmListPage(props: {
  frame: Frame;
  title: string;
  customer: { readonly number: string; readonly name: string };
  pager: PagerLinks;
  children: ComponentChildren;
}) {
  const { frame, customer, pager, children } = props;
  const title = `${props.title}: ${customer.name}`;
  return (
    <Layout frame={frame} title={title} active={CUSTOMERS}>
      <PageHeading
        title={title}
        back={{ href: firmHref(customer.number), text: words[frame.language].history.back }}
      />
      <Card>
        {children}
        <KeysetPager frame={frame} {...pager} />
      </Card>
    </Layout>
  );
}
