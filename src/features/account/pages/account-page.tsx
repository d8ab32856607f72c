import { Card, type Frame, Layout, PageHeading } from '../../../ui/index.ts';
import { tabsFor } from '../tabs.ts';
import { words } from '../words.ts';

/** What there is in the account area. */
export function AccountPage({ frame }: { frame: Frame }) {
  const t = words[frame.language];
  const { viewer, language } = frame;
  const tabs = viewer ? tabsFor(viewer) : [];
  return (
    <Layout frame={frame} title={t.title} active="/konto">
      <PageHeading
        title={t.title}
        lead={viewer && t.lead({ customer: viewer.customerName, number: viewer.customerNumber })}
      />
      <Card>
        <ul class="shelf">
          {tabs.map(({ href, text, hint }) => (
            <li key={href}>
              <h2>
                <a href={href}>{text[language]}</a>
              </h2>
              <p class="hint">{hint[language]}</p>
            </li>
          ))}
        </ul>
      </Card>
    </Layout>
  );
}
