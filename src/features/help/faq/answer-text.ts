/** A stretch of an answer: words, or a link within the portal. */
export interface AnswerPart {
  readonly text: string;
  readonly href?: string;
}

// Only addresses of this portal: a single slash at the beginning, nothing that a browser reads as another host.
const LINK = /\[([^\][]{1,200})\]\((\/(?![/\\])[\w./?=&%#-]{0,200})\)/g;

/** The paragraphs of an answer, each as its parts. Whatever is no link of this form stays the words it is. */
export function answerParagraphs(answer: string): AnswerPart[][] {
  return answer
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => partsOf(paragraph.trim()));
}

function partsOf(paragraph: string): AnswerPart[] {
  const parts: AnswerPart[] = [];
  let at = 0;
  for (const match of paragraph.matchAll(LINK)) {
    if (match.index > at) parts.push({ text: paragraph.slice(at, match.index) });
    parts.push({ text: match[1] ?? '', href: match[2] ?? '/' });
    at = match.index + match[0].length;
  }
  if (at < paragraph.length) parts.push({ text: paragraph.slice(at) });
  return parts;
}
