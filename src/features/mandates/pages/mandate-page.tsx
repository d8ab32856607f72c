import {
  Actions,
  Badge,
  ButtonLink,
  Card,
  DataTable,
  DescriptionList,
  EmptyState,
  type Frame,
  Notice,
  Stack,
} from '../../../ui/index.ts';
import { AccountLayout } from '../../account/index.ts';
import { type JustDone, MANDATE_PATH } from '../paths.ts';
import type { FormerMandate, MandateView } from '../view.ts';
import { words } from '../words.ts';
import { MaskedIban } from './masked-iban.tsx';
import { PaperForms } from './paper-forms.tsx';

export interface MandatePageProps {
  frame: Frame;
  /** The mandate in force; none: the page says how to give one. */
  mandate: MandateView | undefined;
  former: readonly FormerMandate[];
  justDone: JustDone | undefined;
  /** The carrier collects by direct debit. */
  isOffered: boolean;
}

/** The page of somebody who may change bank data. */
export function MandatePage({ frame, mandate, former, justDone, isOffered }: MandatePageProps) {
  const t = words[frame.language];
  return (
    <AccountLayout frame={frame} title={t.title} tab={MANDATE_PATH}>
      <Stack>
        {justDone && <Done frame={frame} what={justDone} />}
        {mandate ? (
          <InForce frame={frame} mandate={mandate} isOffered={isOffered} />
        ) : (
          <None frame={frame} isOffered={isOffered} />
        )}
        {former.length > 0 && <Former frame={frame} former={former} />}
        {isOffered && <PaperForms frame={frame} />}
      </Stack>
    </AccountLayout>
  );
}

function Done({ frame, what }: { frame: Frame; what: JustDone }) {
  const t = words[frame.language].overview;
  const said = {
    given: [t.wasGiven, t.wasGivenText],
    changed: [t.wasChanged, t.wasChangedText],
    revoked: [t.wasRevoked, t.wasRevokedText],
  } as const;
  const [title, text] = said[what];
  return (
    <Notice tone="ok" title={title} live>
      {text}
    </Notice>
  );
}

function None({ frame, isOffered }: { frame: Frame; isOffered: boolean }) {
  const t = words[frame.language].overview;
  const give = (
    <ButtonLink href={`${MANDATE_PATH}/neu`} kind="primary">
      {t.give}
    </ButtonLink>
  );
  return (
    <Card>
      <EmptyState
        title={t.none}
        text={isOffered ? t.noneText : t.notOffered}
        {...(isOffered ? { action: give } : {})}
      />
    </Card>
  );
}

function InForce({ frame, mandate, isOffered }: { frame: Frame; mandate: MandateView; isOffered: boolean }) {
  const t = words[frame.language].overview;
  return (
    <>
      {mandate.isLapsed && (
        <Notice tone="warn" title={t.lapsedTitle}>
          {t.lapsedText}
        </Notice>
      )}
      {mandate.toBeLodged && (
        <Notice tone="warn" title={t.lodgeTitle}>
          {t.lodgeText}
        </Notice>
      )}
      <Card title={t.card} action={<Badge tone={mandate.state.tone}>{mandate.state.text}</Badge>}>
        <DescriptionList
          frame={frame}
          items={[
            { term: t.reference, value: mandate.reference },
            { term: t.iban, value: <Account frame={frame} mandate={mandate} /> },
            { term: t.holder, value: mandate.holder },
            { term: t.address, value: mandate.address },
            { term: t.scheme, value: mandate.scheme },
            { term: t.given, value: mandate.given },
            { term: t.usableUntil, value: mandate.usableUntil },
            { term: t.creditorId, value: mandate.creditorId },
          ]}
        />
        <Actions>
          {isOffered && (
            <ButtonLink href={`${MANDATE_PATH}/neu`} kind={mandate.isLapsed ? 'primary' : 'secondary'}>
              {mandate.isLapsed ? t.renew : t.change}
            </ButtonLink>
          )}
          <ButtonLink href={mandate.pdfHref}>{t.pdf}</ButtonLink>
          <ButtonLink href={mandate.revokeHref} kind="danger">
            {t.revoke}
          </ButtonLink>
        </Actions>
      </Card>
    </>
  );
}

function Account({ frame, mandate }: { frame: Frame; mandate: MandateView }) {
  if (mandate.fullIban) return <span class="num">{mandate.fullIban}</span>;
  return (
    <>
      <MaskedIban iban={mandate.iban} />{' '}
      <a href={`${MANDATE_PATH}/iban`}>{words[frame.language].overview.showIban}</a>
    </>
  );
}

function Former({ frame, former }: { frame: Frame; former: readonly FormerMandate[] }) {
  const t = words[frame.language].overview;
  return (
    <Card title={t.former}>
      <DataTable
        caption={t.former}
        rows={former}
        columns={[
          { header: t.reference, cell: (row) => row.reference, rowHeader: true, nowrap: true },
          { header: t.account, cell: (row) => <MaskedIban iban={row.iban} />, nowrap: true },
          { header: t.given, cell: (row) => row.given, nowrap: true },
          { header: t.ended, cell: (row) => row.ended },
          {
            header: t.document,
            cell: (row) => (
              <a href={row.pdfHref}>
                {t.pdfShort}
                <span class="sr"> {row.reference}</span>
              </a>
            ),
          },
        ]}
      />
    </Card>
  );
}
