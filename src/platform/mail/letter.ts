import type { Letter } from './mail.ts';

/** The content of a letter, once; text and HTML are made from the same paragraphs. */
export interface LetterContent {
  readonly to: string;
  readonly subject: string;
  readonly greeting: string;
  /** In this order: words, facts as pairs, one link. */
  readonly parts: readonly LetterPart[];
  /** Who writes, on separate lines. */
  readonly signature: readonly string[];
}

export type LetterPart =
  | { readonly kind: 'paragraph'; readonly text: string }
  | {
      readonly kind: 'facts';
      readonly title?: string;
      readonly facts: readonly (readonly [string, string])[];
    }
  /** Something to copy, such as a one-time password. */
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string };

/** Writes the letter as text and as HTML. Everything in it may come from outside and is escaped. */
export function composeLetter(content: LetterContent): Letter {
  return {
    to: content.to,
    // one line: a line break would begin another header
    subject: content.subject.replaceAll(/\s+/g, ' '),
    text: [content.greeting, ...content.parts.map(partAsText), content.signature.join('\n')].join('\n\n'),
    html: asHtml(content),
  };
}

function partAsText(part: LetterPart): string {
  switch (part.kind) {
    case 'paragraph':
      return part.text;
    case 'code':
      return `    ${part.text}`;
    case 'link':
      return `${part.text}:\n${part.href}`;
    case 'facts':
      return [
        ...(part.title ? [part.title] : []),
        ...part.facts.map(([term, value]) => `${term}: ${value}`),
      ].join('\n');
  }
}

function asHtml({ greeting, parts, signature, subject }: LetterContent): string {
  const body = [
    `<p>${escapeHtml(greeting)}</p>`,
    ...parts.map(partAsHtml),
    `<p>${signature.map(escapeHtml).join('<br>')}</p>`,
  ];
  return `<!doctype html><html><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head><body>${body.join('\n')}</body></html>`;
}

function partAsHtml(part: LetterPart): string {
  switch (part.kind) {
    case 'paragraph':
      return `<p>${escapeHtml(part.text)}</p>`;
    case 'code':
      return `<p><strong><code>${escapeHtml(part.text)}</code></strong></p>`;
    case 'link':
      return `<p><a href="${escapeHtml(part.href)}">${escapeHtml(part.text)}</a></p>`;
    case 'facts': {
      const rows = part.facts.map(
        ([term, value]) =>
          `<tr><th align="left" valign="top">${escapeHtml(term)}</th><td>${escapeHtml(value)}</td></tr>`,
      );
      const title = part.title ? `<p><strong>${escapeHtml(part.title)}</strong></p>` : '';
      return `${title}<table cellpadding="4">${rows.join('')}</table>`;
    }
  }
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeHtml = (text: string) =>
  text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
