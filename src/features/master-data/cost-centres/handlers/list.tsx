import { may, transaction } from '../../../../platform/context.ts';
import {
  customerCtx,
  downloadTable,
  fieldsOf,
  frameOf,
  type PageRequest,
  page,
  singleValues,
  type TableFormat,
} from '../../../../web/index.ts';
import { historyView } from '../../history.ts';
import { noRightWords } from '../../no-right.ts';
import { auditOf } from '../../queries.ts';
import { exportCostCentres } from '../export-cost-centres.ts';
import { importedWords } from '../import/routes.tsx';
import { CostCentreListPage } from '../pages/cost-centre-list-page.tsx';
import { findCostCentre, listCostCentres } from '../queries.ts';
import { CostCentreQuery } from '../schemas.ts';
import { COST_CENTRES, costCentreRows, namer } from '../view.ts';
import { words } from '../words.ts';

const PAGE_SIZE = 100;

const LATEST_CHANGES = 8;

/** One page of the firm's cost centres, as filtered. */
export async function showList(request: PageRequest): Promise<Response> {
  const ctx = customerCtx(request);
  const frame = frameOf(request);
  const t = words[frame.language];
  const { searchParams } = request.url;
  const input = inputOf(request);
  const { list, changes, named } = await transaction(ctx, async (tx) => {
    const rows = await auditOf(tx, 'cost-centre/', LATEST_CHANGES);
    const ids = rows.map(({ object }) => Number(object.split('/')[1]));
    const found = [];
    for (const id of new Set(ids)) found.push(await findCostCentre(tx, id));
    return {
      list: await listCostCentres(tx, input, PAGE_SIZE),
      changes: rows,
      named: found.filter((one) => one !== undefined),
    };
  });
  const { search, state, after } = input;
  const address = (next: string) => {
    const set = Object.entries({ search, state, after: next }).filter(([, value]) => value !== '');
    return set.length > 0 ? `${COST_CENTRES}?${new URLSearchParams(set)}` : COST_CENTRES;
  };
  const count = list.rows.length;
  return page(
    request,
    <CostCentreListPage
      frame={frame}
      rows={costCentreRows(list.rows, frame.formats)}
      summary={t.shown({ count: frame.formats.number(count), one: count === 1, more: after !== '' })}
      filter={{ search, state }}
      isFiltered={search !== '' || state !== ''}
      pager={{
        first: after ? address('') : undefined,
        older: list.hasMore ? address(list.rows.at(-1)?.code ?? '') : undefined,
      }}
      history={historyView(changes, t, frame, namer(named))}
      mayEdit={may(ctx, 'masterData.edit')}
      noRight={noRightWords(request, 'masterData.edit')}
      saveAs={(format) => {
        const set = Object.entries({ search, state }).filter(([, value]) => value !== '');
        return set.length > 0
          ? `${COST_CENTRES}/${format}?${new URLSearchParams(set)}`
          : `${COST_CENTRES}/${format}`;
      }}
      done={searchParams.get('ok') === 'add' ? t.done.add : importedWords(searchParams, frame)}
    />,
  );
}

/** The list as filtered, as a file; without a filter it is one that can be changed and imported again. */
export async function saveList(request: PageRequest, format: TableFormat): Promise<Response> {
  const ctx = customerCtx(request);
  return downloadTable(request, format, {
    name: words[ctx.language].exportName,
    ...(await exportCostCentres(ctx, inputOf(request))),
  });
}

const inputOf = (request: PageRequest): CostCentreQuery =>
  CostCentreQuery.parse({
    search: '',
    state: '',
    after: '',
    ...singleValues(fieldsOf(request.url.searchParams)),
  });
