import type { ComponentChildren } from 'preact';
import { Actions, Card, type Frame, Notice } from '../../../ui/index.ts';
import { words } from '../words.ts';

export interface CodesCardProps {
  frame: Frame;
  codes: readonly string[];
  /** Whose they are, and from when: for the file. */
  login: string;
  date: string;
  /** Where to go on to. */
  children?: ComponentChildren;
}

/** The codes, this one time, to print or to save. */
export function CodesCard({ frame, codes, login, date, children }: CodesCardProps) {
  const t = words[frame.language];
  const file = `${t.file({ carrier: frame.carrier.name, login, date })}\n${codes.join('\n')}\n`;
  return (
    <Card title={t.title}>
      <p>{t.lead}</p>
      <Notice tone="warn" title={t.once}>
        <p>{t.keep}</p>
      </Notice>
      <ul class="codes" aria-label={t.list}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Actions>
        {children}
        <a
          class="btn"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(file)}`}
          download="kundenportal-codes.txt"
        >
          {t.download}
        </a>
      </Actions>
    </Card>
  );
}
