import { FAQ_TOPICS } from '../../../domain/inquiries.ts';
import type { Language } from '../../../platform/i18n/index.ts';
import { answerParagraphs } from './answer-text.ts';
import type { FaqPageProps, FaqView } from './faq-page.tsx';
import type { FaqEntry } from './queries.ts';

/** The entries for the page: by topic, or as they were found. */
export function faqGroups(
  entries: readonly FaqEntry[],
  isSearch: boolean,
  language: Language,
): FaqPageProps['groups'] {
  const views = (some: readonly FaqEntry[]) => some.map((entry) => entryView(entry, language));
  if (isSearch) return entries.length > 0 ? [{ topic: undefined, entries: views(entries) }] : [];
  return FAQ_TOPICS.flatMap((topic) => {
    const own = entries.filter((entry) => entry.topic === topic);
    return own.length > 0 ? [{ topic, entries: views(own) }] : [];
  });
}

function entryView({ id, question, answer }: FaqEntry, language: Language): FaqView {
  return { id: `frage-${id}`, question: question[language], paragraphs: answerParagraphs(answer[language]) };
}
