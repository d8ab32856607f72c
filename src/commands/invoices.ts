import type { Config } from '../config.ts';
import { billingWords, whyNot } from '../features/billing/index.ts';
import {
  type Preview,
  previewMonth,
  month as readMonth,
  showRun,
  showRuns,
  startRun,
} from '../features/invoices/index.ts';
import { findCarrier } from '../platform/carrier/carrier.ts';
import type { Ctx } from '../platform/context.ts';
import { formatsFor } from '../platform/i18n/index.ts';
import { asClerk } from './as-clerk.ts';
import { CannotStart } from './cannot-start.ts';
import { clerkWords, requireClerk } from './clerk-words.ts';

const USAGE = `Usage: bin/portal invoices preview MONTH --clerk "First Last"
       bin/portal invoices issue MONTH [--without D100001,D100002] --clerk "First Last"
       bin/portal invoices status [RUN] --clerk "First Last"

MONTH is written like 2026-11. The portal that runs issues the invoices; status says how far it is.`;

const say = (line: string) => process.stdout.write(`${line}\n`);
const words = billingWords.en;

/** The monthly run, by the verbs of the desk: what it would do, beginning it, and how far it has come. */
export async function invoicesCommand(config: Config, typed: readonly string[]): Promise<void> {
  const { positionals, values } = clerkWords(typed, USAGE, { without: { type: 'string' } });
  const [what, about, ...more] = positionals;
  const isRun = what === 'preview' || what === 'issue';
  if (more.length > 0 || !(isRun || what === 'status') || (isRun && !about)) throw new CannotStart(USAGE);
  const clerk = requireClerk(values.clerk, USAGE);
  await asClerk(config, clerk, async (ctx) => {
    if (what === 'preview') return preview(ctx, about);
    if (what === 'issue') return issue(ctx, about, values.without);
    return status(ctx, about);
  });
}

function monthOf(typed: string | undefined): Temporal.PlainDate {
  const month = readMonth.safeParse(typed);
  if (!month.success) throw new CannotStart(`${typed} is no month.\n\n${USAGE}`);
  return month.data;
}

/** Every firm that would get an invoice, the odd ones first. */
async function preview(ctx: Ctx, typed: string | undefined): Promise<void> {
  const month = monthOf(typed);
  const formats = formatsFor('en', ctx.timeZone);
  let shown: Preview = await previewMonth(ctx, { month, page: 1 });
  say(words.preview.summary({ firms: shown.firms, net: formats.money(shown.net) }));
  if (shown.unpriced > 0) say(words.preview.unpriced({ count: shown.unpriced }));
  for (;;) {
    for (const row of shown.rows) {
      const oddities = row.oddities.map((oddity) => words.oddities[oddity]).join(', ');
      say(`${row.number}  ${formats.money(row.net)}  ${row.name}${oddities ? `\n    ${oddities}` : ''}`);
    }
    if (shown.page >= shown.pages) return;
    shown = await previewMonth(ctx, { month, page: shown.page + 1 });
  }
}

async function issue(ctx: Ctx, month: string | undefined, without = ''): Promise<void> {
  monthOf(month);
  const carrier = await findCarrier(ctx.db);
  if (!carrier) throw new CannotStart('The database holds no carrier yet.');
  const left = without.split(/[\s,;]+/).filter(Boolean);
  const { runId } = await startRun(ctx, { month, without: left }, carrier);
  say(`Run ${runId} has begun. How far it is: bin/portal invoices status ${runId} --clerk …`);
}

/** The last runs, or one of them with whoever got no invoice and why. */
async function status(ctx: Ctx, run: string | undefined): Promise<void> {
  if (run !== undefined) return statusOf(ctx, run);
  const runs = await showRuns(ctx);
  if (runs.length === 0) say('There was no run yet.');
  for (const { id, month, startedBy, issued, finishedAt } of runs) {
    const state = finishedAt ? words.preview.finished : words.preview.running;
    say(`${id}  ${month.toPlainYearMonth()}  ${state}, ${Number(issued ?? 0)} issued, begun by ${startedBy}`);
  }
}

async function statusOf(ctx: Ctx, id: string): Promise<void> {
  const { run, progress, without } = await showRun(ctx, { run: id });
  const { waiting, issued, set, nothing, refused, gross } = progress;
  say(`${run.month.toPlainYearMonth()}: ${run.finished_at ? words.preview.finished : words.preview.running}`);
  say(
    `${issued} issued (${set} filed), ${waiting} waiting, ${nothing} without an amount, ${refused} not possible`,
  );
  say(`${words.run.gross}: ${formatsFor('en', ctx.timeZone).money(gross)}`);
  for (const { number, name, problem } of without) say(`${number}  ${name}: ${whyNot(problem, 'en')}`);
  if (refused > 0) process.exitCode = 1;
}
