import {
  ButtonLink,
  Card,
  DataTable,
  EmptyState,
  type Frame,
  Layout,
  PageHeading,
  SaveAs,
} from '../../../ui/index.ts';
import { DROP_OFFS, NEW_DROP_OFF } from '../paths.ts';
import type { DropOffRow, SiteView } from '../view.ts';
import { words } from '../words.ts';

export interface DropOffsPageProps {
  frame: Frame;
  rows: readonly DropOffRow[];
  sites: readonly SiteView[];
  /** When it can be announced and until when changed. */
  hours: readonly { readonly name: string; readonly text: string }[];
  allHref: string;
  mayPlace: boolean;
}

export function DropOffsPage({ frame, rows, sites, hours, allHref, mayPlace }: DropOffsPageProps) {
  const t = words[frame.language];
  const book = mayPlace && (
    <>
      <ButtonLink href={NEW_DROP_OFF} kind="primary">
        {t.bookLetters}
      </ButtonLink>
      <ButtonLink href={`${NEW_DROP_OFF}?kind=advertising`}>{t.bookAdvertising}</ButtonLink>
    </>
  );
  return (
    <Layout frame={frame} title={t.title} active={DROP_OFFS}>
      <PageHeading title={t.title} lead={t.lead} actions={book} />
      <Card title={t.upcoming}>
        {rows.length > 0 ? (
          <DataTable
            caption={t.upcoming}
            rows={rows}
            columns={[
              {
                header: t.number,
                cell: (row) => <a href={row.href}>{row.number}</a>,
                unbroken: true,
                rowHeader: true,
              },
              { header: t.when, cell: (row) => row.when },
              { header: t.where, cell: (row) => row.where },
              { header: t.reference, cell: (row) => row.reference },
              { header: t.cancelUntil, cell: (row) => row.cancelUntil },
            ]}
          />
        ) : (
          <EmptyState title={t.none} text={t.noneText} />
        )}
        {hours.map(({ name, text }) => (
          <p class="hint" key={name}>
            <b>{name}:</b> {text}
          </p>
        ))}
        <p>
          <a href={allHref}>{t.all}</a>
        </p>
        <SaveAs label={t.save} href={(format) => `${DROP_OFFS}/export.${format}`} />
      </Card>
      <Card title={t.sites}>
        <DataTable
          caption={t.sites}
          rows={sites}
          columns={[
            { header: t.where, cell: (site) => site.name, rowHeader: true },
            { header: t.address, cell: (site) => site.address },
            {
              header: t.hours,
              cell: (site) =>
                site.hours.map((line) => (
                  <span key={line}>
                    {line}
                    <br />
                  </span>
                )),
            },
            { header: t.takesIn, cell: (site) => site.takesIn },
            { header: t.siteHint, cell: (site) => site.hint },
          ]}
        />
      </Card>
    </Layout>
  );
}
