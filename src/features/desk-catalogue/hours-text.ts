import { z } from 'zod';

/** A span of one day, on whole minutes. */
export interface Span {
  readonly opens: string;
  readonly closes: string;
}

const TIME = '(?:[01]\\d|2[0-3]):[0-5]\\d';
const SPAN = new RegExp(`^(${TIME})\\s*[-–]\\s*(${TIME})$`);

/** "08:00–12:00, 13:00–18:00" as spans; undefined for anything else, also for spans that overlap or end before they begin. */
export function readSpans(typed: string): Span[] | undefined {
  const parts = typed.split(',').map((part) => part.trim());
  if (parts.length === 1 && parts[0] === '') return [];
  const spans: Span[] = [];
  for (const part of parts) {
    const [, opens, closes] = SPAN.exec(part) ?? [];
    // times of the same width sort as they read
    if (!opens || !closes || opens >= closes || opens < (spans.at(-1)?.closes ?? '')) return undefined;
    spans.push({ opens, closes });
  }
  return spans;
}

/** Spans as they are typed and shown. */
export const writeSpans = (spans: readonly Span[]): string =>
  spans.map(({ opens, closes }) => `${opens}–${closes}`).join(', ');

/** The field of a form, brought into one spelling. */
export const hoursText = z
  .string()
  .max(100)
  .transform((typed, issues) => {
    const spans = readSpans(typed);
    if (spans) return writeSpans(spans);
    issues.addIssue({ code: 'custom', input: typed, params: { problem: 'not-hours' } });
    return z.NEVER;
  });
