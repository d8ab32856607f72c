import { Card, DescriptionList, EmptyState, type Frame } from '../../../ui/index.ts';
import { AccountLayout } from '../../account/index.ts';
import { MANDATE_PATH } from '../paths.ts';
import type { MaskedIban as View } from '../view.ts';
import { words } from '../words.ts';
import { MaskedIban } from './masked-iban.tsx';

/** The page of everybody else: whether there is a mandate, and for which account. */
export function MandateNoticePage({ frame, iban }: { frame: Frame; iban: View | undefined }) {
  const t = words[frame.language];
  return (
    <AccountLayout frame={frame} title={t.title} tab={MANDATE_PATH}>
      {iban ? (
        <Card title={t.title}>
          <p>{t.overview.forOthers}</p>
          <DescriptionList
            frame={frame}
            items={[{ term: t.overview.iban, value: <MaskedIban iban={iban} /> }]}
          />
        </Card>
      ) : (
        <Card>
          <EmptyState title={t.overview.none} text={t.overview.noneForOthers} />
        </Card>
      )}
    </AccountLayout>
  );
}
