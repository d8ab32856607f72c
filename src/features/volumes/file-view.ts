import type { FieldProblem } from '../../domain/refusal.ts';
import type { VolumeField } from '../../domain/volumes/index.ts';
import type { Frame } from '../../ui/index.ts';
import { type FormErrors, noErrors, problemWords } from '../../web/index.ts';
import type { WrongLine } from './pages/file-page.tsx';
import type { FileRow } from './pages/upload-page.tsx';
import type { recentVolumeFiles, wrongLines } from './queries.ts';
import { fileHref } from './view.ts';
import { words } from './words.ts';

export function fileRows(
  files: Awaited<ReturnType<typeof recentVolumeFiles>>,
  { formats }: Frame,
): FileRow[] {
  return files.map(({ id, name, at, taken, wrong }) => ({
    href: fileHref(id),
    name,
    when: formats.dateTime(at),
    taken: formats.number(taken),
    wrong: formats.number(wrong),
    hasWrong: wrong > 0,
  }));
}

/** The lines that wait, with what is wrong in words. */
export function wrongLineRows(
  rows: Awaited<ReturnType<typeof wrongLines>>,
  { language }: Frame,
): WrongLine[] {
  return rows.flatMap(({ line, cells, problems }) =>
    cells && problems ? [{ line, cells, errors: errorsOf(problems, language) }] : [],
  );
}

const errorsOf = (problems: readonly FieldProblem[], language: Frame['language']) =>
  Object.fromEntries(
    problems.map((problem) => [problem.field as VolumeField, problemWords(problem, language)]),
  );

/** So many errors are named one by one on top of the page; all stand beside their cells. */
const NAMED_ERRORS = 20;

/** What is wrong, for the summary on top: each leads to its cell. */
export function lineErrors(rows: readonly WrongLine[], { language, formats }: Frame): FormErrors {
  const { file: t, fields } = words[language];
  const all = rows.flatMap(({ line, errors }) =>
    Object.entries(errors).map(([field, message]) => ({
      field: `${field}-${line}`,
      message: `${t.cellOf({ field: fields[field as VolumeField], line: `${line}` })}: ${message}`,
    })),
  );
  const rest = all.length - NAMED_ERRORS;
  return {
    ...noErrors,
    summary: [
      ...all.slice(0, NAMED_ERRORS),
      ...(rest > 0 ? [{ message: t.andMore({ count: formats.number(rest) }) }] : []),
    ],
  };
}

/** So many changed lines are named. */
const NAMED_CHANGES = 10;

/** That lines say something else than what was taken from them; undefined: none does. */
export function changedWords(
  lines: readonly number[],
  count: number,
  { language, formats }: Frame,
): string | undefined {
  if (count === 0) return undefined;
  const t = words[language].file;
  const named = lines.slice(0, NAMED_CHANGES).map((line) => formats.number(line));
  const rest = count - named.length;
  return t.changed({
    lines: [...named, ...(rest > 0 ? [t.andMore({ count: formats.number(rest) })] : [])].join(', '),
  });
}
