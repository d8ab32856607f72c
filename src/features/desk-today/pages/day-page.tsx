import type { DayStep } from '../../../domain/orders/index.ts';
import {
  Badge,
  Button,
  ButtonLink,
  Card,
  DataTable,
  DateField,
  EmptyState,
  ErrorSummary,
  FilterBar,
  Form,
  type Frame,
  Hidden,
  Layout,
  Notice,
  PageHeading,
  Results,
  SelectField,
  type SelectOption,
  TextField,
} from '../../../ui/index.ts';
import type { FormErrors } from '../../../web/index.ts';
import { DESK_BOXES } from '../../boxes/index.ts';
import { type CountView, dayHref, type ServiceRow, type serviceCounts, TODAY } from '../view.ts';
import { words } from '../words.ts';

/** What came of a step, worded. */
export interface ResultView {
  readonly done: string | undefined;
  readonly refusedTitle: string | undefined;
  readonly refused: readonly string[];
}

export interface DayPageProps {
  frame: Frame;
  date: string;
  dateText: string;
  previous: string;
  next: string;
  counts: readonly CountView[];
  perService: ReturnType<typeof serviceCounts>;
  rows: readonly ServiceRow[];
  filter: Readonly<Record<'tag' | 'leistung' | 'tour' | 'gebiet' | 'stand' | 'suche', string>>;
  services: readonly SelectOption[];
  tours: readonly SelectOption[];
  /** What a service can be given to. */
  drivenTours: readonly SelectOption[];
  /** Empty: the carrier has none. */
  zones: readonly SelectOption[];
  states: readonly SelectOption[];
  reasons: readonly SelectOption[];
  /** Where the page after this one is, and the first one when this is not it. */
  pager: { readonly more: string | undefined; readonly first: string | undefined };
  result: ResultView | undefined;
  errors: FormErrors;
  typed: Readonly<Record<'fahrtour' | 'fahrer' | 'grund' | 'anmerkung', string>>;
}

export function DayPage(props: DayPageProps) {
  const { frame, result, errors } = props;
  const t = words[frame.language];
  return (
    <Layout frame={frame} title={t.title} active={TODAY} failed={errors.summary.length > 0}>
      <PageHeading
        title={t.on({ date: props.dateText })}
        actions={
          <>
            <ButtonLink href={props.previous} kind="quiet">
              <span aria-hidden="true">←</span> {t.previous}
            </ButtonLink>
            <ButtonLink href={TODAY}>{t.today}</ButtonLink>
            <ButtonLink href={props.next} kind="quiet">
              {t.next} <span aria-hidden="true">→</span>
            </ButtonLink>
            <ButtonLink href={DESK_BOXES} kind="quiet">
              {t.boxes}
            </ButtonLink>
          </>
        }
      />
      <ErrorSummary frame={frame} errors={errors} />
      {result && <Result result={result} />}
      <Counts {...props} />
      <Card title={t.orders}>
        <Filter {...props} />
        <Results summary={t.shown({ count: props.rows.length })}>
          {props.rows.length > 0 ? (
            <Services {...props} />
          ) : (
            <EmptyState title={t.empty} text={t.emptyText} />
          )}
        </Results>
      </Card>
      <p class="hint" data-live-from={dayHref({ tag: props.date }, `${TODAY}/live`)} hidden>
        {t.live} {t.keys}
      </p>
      <script type="module" src={frame.assets.url('desk-day.js')} />
    </Layout>
  );
}

function Result({ result }: { result: ResultView }) {
  return (
    <>
      {result.done && (
        <Notice tone="ok" live>
          <p>{result.done}</p>
        </Notice>
      )}
      {result.refused.length > 0 && (
        <Notice tone="warn" title={result.refusedTitle ?? ''} live>
          <ul>
            {result.refused.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

/** The day in numbers; each leads to what it counts. */
function Counts({ frame, counts, perService }: DayPageProps) {
  const t = words[frame.language];
  return (
    <section aria-label={t.countsLabel} id="day-counts" data-live="">
      <ul class="day-counts">
        {counts.map(({ text, count, href, tone }) => (
          <li key={text} class={tone}>
            <a href={href}>
              <b>{count}</b> {text}
            </a>
          </li>
        ))}
      </ul>
      {perService.length > 1 && (
        <details>
          <summary>{t.perService}</summary>
          <DataTable
            caption={t.perService}
            rows={perService}
            columns={[
              { header: t.service, cell: (row) => <a href={row.href}>{row.name}</a>, rowHeader: true },
              { header: t.counts.open, cell: (row) => row.open, align: 'end' },
              { header: t.counts.completed, cell: (row) => row.completed, align: 'end' },
              { header: t.counts.failed, cell: (row) => row.failed, align: 'end' },
            ]}
          />
        </details>
      )}
    </section>
  );
}

function Filter({ frame, filter, services, tours, zones, states }: DayPageProps) {
  const t = words[frame.language];
  const isActive = Object.entries(filter).some(([name, value]) => name !== 'tag' && value !== '');
  return (
    <FilterBar frame={frame} action={TODAY} label={t.filter} active={isActive}>
      <DateField name="tag" label={t.day} unmarked value={filter.tag} />
      <SelectField
        name="leistung"
        label={t.service}
        unmarked
        options={services}
        placeholder={t.anyService}
        value={filter.leistung}
      />
      <SelectField
        name="tour"
        label={t.tour}
        unmarked
        options={tours}
        placeholder={t.anyTour}
        value={filter.tour}
      />
      {zones.length > 0 && (
        <SelectField
          name="gebiet"
          label={t.columns.zone}
          unmarked
          options={zones}
          placeholder={t.anyZone}
          value={filter.gebiet}
        />
      )}
      <SelectField
        name="stand"
        label={t.state}
        unmarked
        options={states}
        placeholder={t.anyState}
        value={filter.stand}
      />
      <TextField name="suche" label={t.search} unmarked maxLength={40} value={filter.suche} />
    </FilterBar>
  );
}

function Services(props: DayPageProps) {
  const { frame, rows, filter, pager, zones } = props;
  const t = words[frame.language];
  const [csv, print] = [dayHref(filter, `${TODAY}/csv`), dayHref(filter, `${TODAY}/druck`)];
  return (
    <Form frame={frame} action={TODAY} label={t.orders} plain id="day-form">
      {Object.entries(filter).map(([name, value]) => (
        <Hidden key={name} name={`f-${name}`} value={value} />
      ))}
      <StepBar {...props} />
      <DataTable
        caption={t.caption}
        rows={rows}
        columns={[
          { header: t.columns.choose, cell: (row) => <Tick row={row} label={t.choose(row)} /> },
          { header: t.columns.window, cell: (row) => row.window, nowrap: true },
          {
            header: t.columns.order,
            cell: (row) => (
              <>
                <a class="num" href={row.href}>
                  {row.number}
                </a>
                <br />
                {row.service}
              </>
            ),
            rowHeader: true,
          },
          { header: t.columns.customer, cell: (row) => row.customer },
          { header: t.columns.address, cell: (row) => row.address },
          ...(zones.length > 0 ? [{ header: t.columns.zone, cell: (row: ServiceRow) => row.zone }] : []),
          { header: t.columns.tour, cell: (row) => row.tour },
          {
            header: t.columns.state,
            cell: (row) => (
              <>
                <Badge tone={row.state.tone}>{row.state.text}</Badge> {row.state.detail}
              </>
            ),
          },
          { header: t.columns.step, cell: (row) => <RowStep frame={frame} row={row} /> },
        ]}
      />
      <p class="actions">
        {pager.first && (
          <ButtonLink href={pager.first} kind="quiet">
            {t.first}
          </ButtonLink>
        )}
        {pager.more && <ButtonLink href={pager.more}>{t.more}</ButtonLink>}
        <ButtonLink href={csv} kind="quiet">
          {t.csv}
        </ButtonLink>
        <ButtonLink href={print} kind="quiet">
          {t.print}
        </ButtonLink>
      </p>
    </Form>
  );
}

/** What is done with everything that is ticked; the browser module sends many in parts and shows how far it is. */
function StepBar({ frame, drivenTours, reasons, typed, errors }: DayPageProps) {
  const t = words[frame.language];
  return (
    <fieldset class="step-bar" data-bulk="" data-progress-label={t.progress}>
      <legend>{t.withChosen}</legend>
      <p class="actions">
        <Button kind="secondary" name="schritt" value="accept">
          {t.steps.accept}
        </Button>
        <Button name="schritt" value="complete">
          {t.steps.complete}
        </Button>
        <Button kind="secondary" name="schritt" value="undo">
          {t.steps.undo}
        </Button>
      </p>
      <div class="row">
        <SelectField
          name="fahrtour"
          label={t.tour}
          unmarked
          options={drivenTours}
          placeholder={drivenTours.length > 0 ? t.chooseTour : t.noTourYet}
          value={typed.fahrtour}
          error={errors.of('fahrtour')}
        />
        <TextField name="fahrer" label={t.driver} unmarked maxLength={60} value={typed.fahrer} />
        <Button kind="secondary" name="schritt" value="assign">
          {t.steps.assign}
        </Button>
      </div>
      <div class="row">
        <SelectField
          name="grund"
          label={t.reason}
          unmarked
          options={reasons}
          placeholder={t.chooseReason}
          value={typed.grund}
          error={errors.of('grund')}
        />
        <TextField name="anmerkung" label={t.note} unmarked maxLength={200} value={typed.anmerkung} />
        <Button kind="danger" name="schritt" value="fail">
          {t.steps.fail}
        </Button>
      </div>
    </fieldset>
  );
}

function Tick({ row, label }: { row: ServiceRow; label: string }) {
  return <input type="checkbox" name="auftrag" value={row.tick} aria-label={label} data-row="" />;
}

/**
 * The one step that is next for most: a click, and it is done. A ride's needs a name or a time: like everything else it
 * stands on the page of the service.
 */
function RowStep({ frame, row }: { frame: Frame; row: ServiceRow }) {
  const t = words[frame.language];
  if (row.nextRideStep)
    return (
      <ButtonLink href={row.href} about={row.number}>
        {t.rideSteps[row.nextRideStep]}
      </ButtonLink>
    );
  const next = (['complete', 'undo'] as const satisfies readonly DayStep[]).find((step) =>
    row.steps.includes(step),
  );
  if (!next) return null;
  return (
    <Button kind="secondary" name="einzeln" value={`${next}:${row.tick}`} about={row.number}>
      {t.steps[next]}
    </Button>
  );
}
