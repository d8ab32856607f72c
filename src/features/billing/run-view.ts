import type { Formats, Language } from '../../platform/i18n/index.ts';
import type { Preview, showRun, showRuns } from '../invoices/index.ts';
import type { PreviewRow, RunRow } from './pages/preview-page.tsx';
import { runHref } from './paths.ts';
import { monthName } from './view.ts';
import { words } from './words.ts';

/** Oddities that keep an invoice from going out. */
const SERIOUS = ['no-address', 'no-price', 'not-positive'];

export function previewRow(row: Preview['rows'][number], isLeftOut: boolean, formats: Formats): PreviewRow {
  const t = words[formats.language];
  return {
    number: row.number,
    name: row.name,
    things: formats.number(row.things),
    net: formats.money(row.net),
    last: row.lastNet === null ? '–' : formats.money(row.lastNet),
    payment: row.hasMandate ? t.preview.debit : t.preview.transfer,
    oddities: row.oddities.map((oddity) => ({
      text: t.oddities[oddity],
      isSerious: SERIOUS.includes(oddity),
    })),
    isLeftOut,
  };
}

export const runRow = (run: Awaited<ReturnType<typeof showRuns>>[number], formats: Formats): RunRow => ({
  href: runHref(run.id),
  month: monthName(run.month, formats),
  startedAt: formats.dateTime(run.startedAt),
  startedBy: run.startedBy,
  issued: formats.number(Number(run.issued ?? 0)),
  isFinished: run.finishedAt !== null,
});

type Progress = Awaited<ReturnType<typeof showRun>>['progress'];

export function runFacts(progress: Progress, formats: Formats) {
  const t = words[formats.language].run;
  const count = (term: string, n: number) => ({ term, value: formats.number(n) });
  return [
    ...(progress.waiting > 0 ? [count(t.waiting, progress.waiting)] : []),
    count(t.issued, progress.issued),
    count(t.set, progress.set),
    ...(progress.nothing > 0 ? [count(t.nothing, progress.nothing)] : []),
    ...(progress.refused > 0 ? [count(t.refused, progress.refused)] : []),
    { term: t.gross, value: formats.money(progress.gross) },
  ];
}

/** Why a firm got no invoice, in words. */
export function whyNot(problem: string, language: Language): string {
  const t = words[language].run;
  const [, kind, detail = ''] = /^(faults|no-price): (.*)$/.exec(problem) ?? [];
  if (kind === 'faults') return t.faults({ rules: detail });
  if (kind === 'no-price') return t.noPrice({ product: detail });
  return t.problems[problem] ?? problem;
}
