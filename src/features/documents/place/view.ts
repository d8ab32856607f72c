import {
  DOCUMENT_ROLES,
  type DocumentKind,
  type DocumentRole,
  type DocumentState,
} from '../../../domain/documents/index.ts';
import type { Formats } from '../../../platform/i18n/index.ts';
import type { DescriptionItem, Frame, Tone } from '../../../ui/index.ts';
import { documentHref, fileHref, previewHref } from '../paths.ts';
import { periodText } from '../period.ts';
import { words as kindWords } from '../words.ts';
import type { DocumentRow, FoundDocument } from './queries.ts';
import { words } from './words.ts';

export interface StateView {
  readonly text: string;
  readonly tone: Tone;
  /** How much is left to pay, or is a credit, where neither the text nor the gross amount says it; empty otherwise. */
  readonly rest: string;
}

const TONES: Record<DocumentState, Tone> = {
  open: 'info',
  debited: 'ok',
  paid: 'ok',
  returned: 'danger',
  corrected: 'neutral',
  cancelled: 'neutral',
};

type Standing = Pick<DocumentRow, 'kind' | 'state' | 'state_on' | 'due_on' | 'gross_cents' | 'open_cents'>;

/** What became of a document in a few words; one that is owed past its day says since when, one in part by how much. */
export function stateView(
  document: Standing,
  today: Temporal.PlainDate,
  formats: Formats,
): StateView | undefined {
  const said = inItself(document, today, formats);
  const { state, gross_cents: gross, open_cents: open } = document;
  const t = words[formats.language];
  if (!said) return undefined;
  if (open === null || open === 0 || open === gross) return { ...said, rest: '' };
  const rest =
    open > 0
      ? t.partly({ amount: formats.money(open) })
      : state === 'open'
        ? ''
        : t.credit({ amount: formats.money(-open) });
  return { ...said, rest };
}

/** What is given back to the firm is not paid by anybody: it is set off, or paid out. */
const GIVES_BACK: readonly DocumentKind[] = ['correction', 'cancellation', 'credit-note'];

function inItself(
  { kind, state, state_on: on, due_on: due, open_cents: open }: Standing,
  today: Temporal.PlainDate,
  formats: Formats,
): Omit<StateView, 'rest'> | undefined {
  if (!state) return undefined;
  const t = words[formats.language];
  if (state === 'paid' && GIVES_BACK.includes(kind)) return { text: t.settled, tone: 'ok' };
  const isPast = (day: Temporal.PlainDate) => Temporal.PlainDate.compare(day, today) < 0;
  const isOwed = state === 'open' || (state === 'corrected' && (open ?? 0) > 0);
  if (isOwed && due && isPast(due))
    return { text: t.overdue({ date: formats.shortDate(due) }), tone: 'warn' };
  if (!on || !(state === 'debited' || state === 'paid')) return { text: t.states[state], tone: TONES[state] };
  const date = formats.shortDate(on);
  if (state === 'paid') return { text: t.paidOn({ date }), tone: 'ok' };
  return Temporal.PlainDate.compare(on, today) > 0
    ? { text: t.willBeDebited({ date }), tone: 'info' }
    : { text: t.debitedOn({ date }), tone: 'ok' };
}

export interface FileLink {
  readonly role: string;
  readonly href: string;
}

/** A row of the list, worded. */
export interface DocumentLine {
  readonly number: string;
  readonly href: string;
  readonly isNew: boolean;
  readonly kind: string;
  readonly about: string;
  readonly period: string;
  readonly date: string;
  readonly net: string;
  readonly gross: string;
  readonly state: StateView | undefined;
  readonly files: readonly FileLink[];
}

export function documentLines(
  rows: readonly DocumentRow[],
  today: Temporal.PlainDate,
  formats: Formats,
): DocumentLine[] {
  return rows.map((row) => ({
    number: row.number,
    href: documentHref(row.number),
    isNew: row.isNew,
    kind: kindWords[formats.language].kinds[row.kind],
    about: row.title,
    period: period(row, formats),
    date: formats.shortDate(row.document_date),
    net: money(row.net_cents, formats),
    gross: money(row.gross_cents, formats),
    state: stateView(row, today, formats),
    files: inOrder(row.roles).map((role) => ({
      role: role.toUpperCase(),
      href: fileHref(row.number, role),
    })),
  }));
}

const inOrder = (roles: readonly DocumentRole[]) => DOCUMENT_ROLES.filter((role) => roles.includes(role));

const money = (cents: number | null, formats: Formats) => (cents === null ? '' : formats.money(cents));

const period = (
  { period_from: from, period_to: to }: Pick<DocumentRow, 'period_from' | 'period_to'>,
  formats: Formats,
) => (from && to ? periodText({ from, to }, formats) : '');

/** Everything that the page of a document shows. */
export interface DocumentView {
  readonly number: string;
  readonly title: string;
  readonly folder: FoundDocument['document']['folder'];
  readonly state: StateView | undefined;
  readonly facts: readonly DescriptionItem[];
  readonly related: readonly { readonly term: string; readonly href: string; readonly text: string }[];
  readonly shares: readonly { readonly label: string; readonly net: string }[];
  /** Address of the PDF to look at, if there is one. */
  readonly preview: string | undefined;
  readonly files: readonly { readonly href: string; readonly text: string; readonly hint: string }[];
}

export function documentView(found: FoundDocument, today: Temporal.PlainDate, frame: Frame): DocumentView {
  const { document, files, shares } = found;
  const { formats, language } = frame;
  const t = words[language];
  const item = (term: string, value: string) => (value === '' ? [] : [{ term, value }]);
  return {
    number: document.number,
    title: `${kindWords[language].kinds[document.kind]} ${document.number}`,
    folder: document.folder,
    state: stateView(document, today, formats),
    facts: [
      ...item(t.about, document.title),
      ...item(t.period, period(document, formats)),
      ...item(t.date, formats.longDate(document.document_date)),
      ...item(t.net, money(document.net_cents, formats)),
      ...item(t.gross, money(document.gross_cents, formats)),
      ...item(t.due, document.due_on ? formats.longDate(document.due_on) : ''),
      ...item(t.open, document.state === null ? '' : money(document.open_cents, formats)),
      ...item(t.page.source, document.source === 'imported' ? t.page.imported : ''),
      ...item(t.page.kept, formats.shortDate(document.retain_until)),
    ],
    related: relatedOf(found, frame),
    shares: shares.map(({ label, net }) => ({
      label: label || t.page.noCostCentre,
      net: money(net, formats),
    })),
    preview: files.some(({ role }) => role === 'pdf') ? previewHref(document.number) : undefined,
    files: DOCUMENT_ROLES.flatMap((role) => files.filter((file) => file.role === role)).map((file) => ({
      href: fileHref(document.number, file.role),
      text: t.page.roles[file.role],
      hint: `${file.name}, ${t.page.size({ size: formats.number(Math.ceil(file.size / 1024)) })}`,
    })),
  };
}

function relatedOf({ document, correctedBy }: FoundDocument, { language }: Frame): DocumentView['related'] {
  const t = words[language].page;
  const { corrects, orderNumber } = document;
  return [
    ...(corrects ? [{ term: t.corrects, href: documentHref(corrects), text: corrects }] : []),
    ...correctedBy.map(({ number, kind }) => ({
      term: t.correctedBy,
      href: documentHref(number),
      text: `${kindWords[language].kinds[kind]} ${number}`,
    })),
    ...(orderNumber ? [{ term: t.order, href: `/auftraege/${orderNumber}`, text: orderNumber }] : []),
  ];
}
