import { Card, type Frame, Timeline } from '../../../ui/index.ts';
import type { HistoryEntry } from '../history.ts';
import { words } from '../words.ts';

/** Who changed what and when, newest first. */
export function HistoryCard(props: { frame: Frame; entries: readonly HistoryEntry[]; title?: string }) {
  const t = words[props.frame.language];
  return (
    <Card title={props.title ?? t.history}>
      {props.entries.length === 0 ? (
        <p class="hint">{t.noHistory}</p>
      ) : (
        <Timeline
          frame={props.frame}
          entries={props.entries.map(({ at, title, changes }) => ({ at, title, detail: lines(changes) }))}
        />
      )}
    </Card>
  );
}

/** Sentences below each other. */
function lines(sentences: readonly string[]) {
  if (sentences.length === 0) return undefined;
  return sentences.map((sentence, at) => (
    <span key={sentence}>
      {at > 0 && <br />}
      {sentence}
    </span>
  ));
}
