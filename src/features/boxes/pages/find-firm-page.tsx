import {
  Card,
  EmptyState,
  FilterBar,
  type Frame,
  Layout,
  PageHeading,
  TextField,
} from '../../../ui/index.ts';
import { DESK_BOXES } from '../paths.ts';
import { words } from '../words.ts';

/** Asks whose boxes are counted. */
export function FindFirmPage({ frame, typed }: { frame: Frame; typed: string }) {
  const t = words[frame.language].desk;
  return (
    <Layout frame={frame} title={t.title} active="/desk/heute">
      <PageHeading title={t.title} lead={t.lead} back={{ href: '/desk/heute', text: t.back }} />
      <Card>
        <FilterBar frame={frame} action={DESK_BOXES} label={t.find} active={typed !== ''}>
          <TextField name="kunde" label={t.customer} unmarked maxLength={40} value={typed} />
        </FilterBar>
        {typed.trim() !== '' && <EmptyState title={t.unknown} text={t.unknownText} />}
      </Card>
    </Layout>
  );
}
