import {
  ButtonLink,
  Card,
  DataTable,
  EmptyState,
  FilterBar,
  type Frame,
  KeysetPager,
  Layout,
  PageHeading,
  Results,
  TextField,
} from '../../../ui/index.ts';
import { CUSTOMERS, firmHref, IMPORT, REQUESTS } from '../paths.ts';
import { words } from '../words.ts';
import type { FoundFirms } from './search-firms.ts';

/** The list of customers under the one field that finds them. */
export function FirmListPage(props: { frame: Frame; found: FoundFirms; isFirst: boolean; requests: number }) {
  const { frame, found, isFirst } = props;
  const { search, rows } = found;
  const t = words[frame.language].list;
  const address = (more: Record<string, string> = {}) =>
    `${CUSTOMERS}?${new URLSearchParams({ ...(search ? { q: search } : {}), ...more })}`;
  return (
    <Layout frame={frame} title={t.title} active={CUSTOMERS}>
      <PageHeading
        title={t.title}
        lead={t.lead}
        actions={
          <>
            <ButtonLink
              href={REQUESTS}
            >{`${t.requests} (${frame.formats.number(props.requests)})`}</ButtonLink>
            <ButtonLink href={IMPORT}>{t.import}</ButtonLink>
          </>
        }
      />
      <Card>
        <FilterBar frame={frame} action={CUSTOMERS} label={t.filter} active={search !== ''}>
          <TextField name="q" label={t.search} unmarked maxLength={100} value={search} inputMode="search" />
        </FilterBar>
        <Results summary={rows.length > 0 ? t.shown({ count: rows.length }) : t.nothing}>
          {rows.length > 0 ? (
            <>
              <DataTable
                caption={t.caption}
                rows={rows}
                columns={[
                  {
                    header: t.name,
                    cell: (row) => <a href={firmHref(row.number)}>{row.name}</a>,
                    rowHeader: true,
                  },
                  { header: t.number, cell: (row) => row.number, nowrap: true },
                  { header: t.city, cell: (row) => row.city ?? '' },
                  { header: t.mainContact, cell: (row) => row.mainContact ?? t.notRegistered },
                  { header: t.users, cell: (row) => frame.formats.number(row.users), align: 'end' },
                ]}
              />
              <KeysetPager
                frame={frame}
                first={isFirst ? undefined : address()}
                older={found.after && address({ after: found.after })}
              />
            </>
          ) : (
            <EmptyState
              title={search ? t.nothing : t.empty}
              text={search ? t.nothingText : t.emptyText}
              action={search ? undefined : <ButtonLink href={IMPORT}>{t.import}</ButtonLink>}
            />
          )}
        </Results>
      </Card>
    </Layout>
  );
}
