import type { DescriptionItem, Frame } from '../../../ui/index.ts';
import type { CompanyRequest } from './queries.ts';
import { words } from './words.ts';

export const COMPANY = '/konto/stammdaten/firma';

/** The state of the firm's requests for another name, worded. */
export interface CompanyView {
  /** The request that waits. */
  readonly pending: { readonly text: string; readonly facts: readonly DescriptionItem[] } | undefined;
  /** What became of the last one. */
  readonly lastAnswer: string | undefined;
}

/** @param latest the newest request of the firm */
export function companyView(latest: CompanyRequest | undefined, { language, formats }: Frame): CompanyView {
  const t = words[language];
  if (!latest) return { pending: undefined, lastAnswer: undefined };
  if (!latest.answeredAt) {
    return {
      pending: {
        text: t.pending({ at: formats.dateTime(latest.requestedAt) }),
        facts: [
          { term: t.fields.newName, value: latest.newName },
          { term: t.fields.validFrom, value: formats.longDate(latest.validFrom) },
          { term: t.fields.reason, value: latest.reason },
          { term: t.requestedBy, value: latest.requestedByName ?? t.former },
        ],
      },
      lastAnswer: undefined,
    };
  }
  const { answer, answerNote } = latest;
  const at = formats.dateTime(latest.answeredAt);
  const lastAnswer =
    answer === 'accepted'
      ? t.lastAnswer.accepted({ at })
      : answer === 'declined'
        ? t.lastAnswer.declined({ at, note: answerNote })
        : undefined;
  return { pending: undefined, lastAnswer };
}
