import type { FaqTopic } from '../../../domain/inquiries.ts';
import {
  ButtonLink,
  Card,
  EmptyState,
  FilterBar,
  type Frame,
  Layout,
  PageHeading,
  Results,
  Split,
  Stack,
  TextField,
} from '../../../ui/index.ts';
import { PhoneCard } from '../hours/phone-card.tsx';
import type { HoursView } from '../hours/view.ts';
import { CONTACT, HELP, INQUIRIES } from '../paths.ts';
import type { AnswerPart } from './answer-text.ts';
import { words } from './words.ts';

/** A question with its answer in one language. */
export interface FaqView {
  readonly id: string;
  readonly question: string;
  readonly paragraphs: readonly (readonly AnswerPart[])[];
}

export interface FaqPageProps {
  frame: Frame;
  search: string;
  summary: string;
  /** By topic; what was searched for in one group, the best first. */
  groups: readonly { readonly topic: FaqTopic | undefined; readonly entries: readonly FaqView[] }[];
  hours: HoursView;
}

/** Questions and answers, and the ways to people. */
export function FaqPage({ frame, search, summary, groups, hours }: FaqPageProps) {
  const t = words[frame.language];
  return (
    <Layout frame={frame} title={t.title} active={HELP}>
      <PageHeading
        title={t.title}
        lead={t.lead}
        actions={
          <>
            <ButtonLink href={CONTACT} kind="primary">
              {t.ask}
            </ButtonLink>
            {frame.viewer && <ButtonLink href={INQUIRIES}>{t.inquiries}</ButtonLink>}
          </>
        }
      />
      <Split>
        <Card>
          <FilterBar frame={frame} action={HELP} label={t.searchLabel} active={search !== ''}>
            <TextField name="q" label={t.search} unmarked maxLength={100} value={search} inputMode="search" />
          </FilterBar>
          <Results summary={summary}>
            {groups.length > 0 ? (
              groups.map(({ topic, entries }) => (
                <section key={topic ?? 'found'} class="faq">
                  {topic && <h2>{t.topics[topic]}</h2>}
                  {entries.map((entry) => (
                    <Entry key={entry.id} entry={entry} open={search !== '' && entries.length <= 3} />
                  ))}
                </section>
              ))
            ) : (
              <EmptyState
                title={t.nothing}
                text={t.nothingText}
                action={<ButtonLink href={CONTACT}>{t.ask}</ButtonLink>}
              />
            )}
          </Results>
        </Card>
        <Stack>
          <PhoneCard frame={frame} hours={hours} />
          <Card title={t.notFound}>
            <p>{t.notFoundText}</p>
            <p>
              <ButtonLink href={CONTACT}>{t.ask}</ButtonLink>
            </p>
          </Card>
        </Stack>
      </Split>
    </Layout>
  );
}

function Entry({ entry, open }: { entry: FaqView; open: boolean }) {
  return (
    <details id={entry.id} open={open}>
      <summary>{entry.question}</summary>
      {entry.paragraphs.map((parts) => (
        <p key={parts.map(({ text }) => text).join('')}>
          {parts.map(({ text, href }) =>
            href ? (
              <a key={text} href={href}>
                {text}
              </a>
            ) : (
              text
            ),
          )}
        </p>
      ))}
    </details>
  );
}
