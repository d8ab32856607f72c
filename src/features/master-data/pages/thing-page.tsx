import type { ComponentChildren } from 'preact';
import { ButtonLink, Card, type Frame, Split } from '../../../ui/index.ts';
import type { FormErrors } from '../../../web/index.ts';
import type { HistoryEntry } from '../history.ts';
import { words } from '../words.ts';
import { HistoryCard } from './history-card.tsx';
import { MasterDataFrame } from './master-data-frame.tsx';

export interface ThingPageProps {
  frame: Frame;
  title: string;
  /** The list that it is in. */
  back: { href: string; text: string };
  /** Sentences above it: removed, still used by orders, no right. */
  notes?: readonly string[] | undefined;
  /** Undefined for something new. */
  history?: readonly HistoryEntry[] | undefined;
  removeHref?: string | undefined;
  done?: string | undefined;
  errors?: FormErrors | undefined;
  /** Somebody else was faster. */
  failed?: boolean;
  /** Its form, or its facts for whoever may not change it. */
  children: ComponentChildren;
}

/** One thing of the master data, to look at and change, with its history beside it. */
export function ThingPage(props: ThingPageProps) {
  const { frame, title, history } = props;
  const card = (
    <Card
      title={title}
      action={
        props.removeHref && (
          <ButtonLink href={props.removeHref} kind="quiet" about={title}>
            {words[frame.language].remove}
          </ButtonLink>
        )
      }
    >
      {props.notes?.map((note) => (
        <p class="hint" key={note}>
          {note}
        </p>
      ))}
      {props.children}
    </Card>
  );
  return (
    <MasterDataFrame
      frame={frame}
      title={title}
      back={props.back}
      errors={props.errors}
      failed={props.failed === true}
      done={props.done}
    >
      {history ? (
        <Split>
          {card}
          <HistoryCard frame={frame} entries={history} />
        </Split>
      ) : (
        card
      )}
    </MasterDataFrame>
  );
}
