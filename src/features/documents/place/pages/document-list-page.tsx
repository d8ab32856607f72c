import type { DocumentFolder } from '../../../../domain/documents/index.ts';
import {
  Button,
  ButtonLink,
  Card,
  DateField,
  EmptyState,
  FilterBar,
  Form,
  type Frame,
  Hidden,
  KeysetPager,
  Notice,
  Results,
  SaveAs,
  SelectField,
  type SelectOption,
  TextField,
} from '../../../../ui/index.ts';
import { FOLDER_PATHS, LIST_PATH, READ_PATH, ZIP_PATH } from '../../paths.ts';
import type { DocumentLine } from '../view.ts';
import { words } from '../words.ts';
import { DocumentTable } from './document-table.tsx';
import { DocumentsFrame } from './documents-frame.tsx';

export interface DocumentListProps {
  frame: Frame;
  folder: DocumentFolder;
  rows: readonly DocumentLine[];
  newOf: (folder: DocumentFolder) => number;
  filter: Readonly<Record<'from' | 'to' | 'search' | 'costCentre' | 'state' | 'unread', string>>;
  /** The same as the query of an address. */
  query: string;
  isFiltered: boolean;
  costCentres: readonly SelectOption[];
  states: readonly SelectOption[];
  pager: { first?: string | undefined; newer?: string | undefined; older?: string | undefined };
  mayDownload: boolean;
  justRead: boolean;
}

/** The form to which the ticks of the table belong. */
const ZIP_FORM = 'zip';

export function DocumentListPage(props: DocumentListProps) {
  const { frame, folder, rows } = props;
  const t = words[frame.language];
  return (
    <DocumentsFrame frame={frame} tab={folder} newOf={props.newOf}>
      {props.justRead && (
        <Notice tone="ok" live>
          <p>{t.allRead}</p>
        </Notice>
      )}
      <Card>
        <Filter {...props} />
        <Results summary={rows.length > 0 ? t.shown({ count: rows.length }) : t.nothingFound}>
          {rows.length > 0 ? (
            <>
              <DocumentTable
                frame={frame}
                rows={rows}
                folder={folder}
                zipForm={props.mayDownload ? ZIP_FORM : undefined}
              />
              <KeysetPager frame={frame} {...props.pager} />
              <ListActions {...props} />
            </>
          ) : (
            <EmptyState
              title={props.isFiltered ? t.nothingFound : t.empty[folder]}
              text={props.isFiltered ? t.nothingFoundText : t.emptyText[folder]}
              action={
                props.isFiltered ? (
                  <ButtonLink href={FOLDER_PATHS[folder]}>{t.resetFilter}</ButtonLink>
                ) : undefined
              }
            />
          )}
        </Results>
      </Card>
    </DocumentsFrame>
  );
}

function Filter({ frame, folder, filter, isFiltered, costCentres, states }: DocumentListProps) {
  const t = words[frame.language];
  return (
    <FilterBar frame={frame} action={FOLDER_PATHS[folder]} label={t.filter} active={isFiltered}>
      <DateField name="from" label={t.from} unmarked value={filter.from} />
      <DateField name="to" label={t.to} unmarked value={filter.to} />
      <TextField name="search" label={t.search} unmarked maxLength={60} value={filter.search} />
      {costCentres.length > 0 && (
        <SelectField
          name="costCentre"
          label={t.costCentre}
          unmarked
          options={costCentres}
          placeholder={t.anyCostCentre}
          value={filter.costCentre}
        />
      )}
      {folder === 'invoices' && (
        <SelectField
          name="state"
          label={t.state}
          unmarked
          options={states}
          placeholder={t.anyState}
          value={filter.state}
        />
      )}
      <SelectField
        name="unread"
        label={t.unread}
        unmarked
        options={[{ value: '1', label: t.onlyNew }]}
        placeholder={t.anyRead}
        value={filter.unread}
      />
    </FilterBar>
  );
}

/** What can be done with the whole list or with what is ticked in it. */
function ListActions({ frame, folder, query, newOf, mayDownload }: DocumentListProps) {
  const t = words[frame.language];
  const withFolder = (path: string) => `${path}?${new URLSearchParams({ folder })}${query && `&${query}`}`;
  return (
    <div class="actions">
      {mayDownload && (
        <Form frame={frame} action={ZIP_PATH} method="get" plain id={ZIP_FORM}>
          <Button kind="secondary">{t.zipSelected}</Button>
        </Form>
      )}
      {mayDownload && <ButtonLink href={withFolder(ZIP_PATH)}>{t.zipAll}</ButtonLink>}
      <SaveAs label={t.saveList} href={(format) => withFolder(`${LIST_PATH}.${format}`)} />
      {newOf(folder) > 0 && (
        <Form frame={frame} action={READ_PATH} plain>
          <Hidden name="folder" value={folder} />
          <Button kind="quiet">{t.markAllRead}</Button>
        </Form>
      )}
    </div>
  );
}
