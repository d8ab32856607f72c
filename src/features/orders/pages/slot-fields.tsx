import { Actions, Button, EmptyState, type Frame, RadioCards } from '../../../ui/index.ts';
import type { BookingView } from '../booking-view.ts';
import { words } from '../words.ts';
import { NotServed } from './booking-frame.tsx';
import { ServiceTermsList } from './service-terms-list.tsx';

/** The windows to choose from, a few days at a time. */
export function SlotFields(props: {
  frame: Frame;
  view: BookingView;
  /** Address of the page that shows other days; the buttons send what was filled in along. */
  daysAction: string;
}) {
  const { frame, view, daysAction } = props;
  const t = words[frame.language].booking;
  return (
    <div class="form" id="slots" data-live="">
      <ServiceTermsList frame={frame} terms={view.terms} />
      {view.notServed ? (
        <NotServed frame={frame} text={view.notServed} />
      ) : view.days.length === 0 ? (
        <EmptyState title={t.none} text={t.noneText} />
      ) : (
        <RadioCards
          name="slot"
          legend={t.slot}
          hint={[view.zone, t.slotHint].filter(Boolean).join(' ')}
          groups={view.days}
          value={view.typed.slot}
          error={view.errors.of('slot')}
        />
      )}
      {(view.earlier || view.later) && (
        <Actions>
          {view.earlier && (
            <Button kind="secondary" formAction={daysAction} name="from" value={view.earlier}>
              {t.earlier}
            </Button>
          )}
          {view.later && (
            <Button kind="secondary" formAction={daysAction} name="from" value={view.later}>
              {t.later}
            </Button>
          )}
        </Actions>
      )}
    </div>
  );
}
