import { Actions, Button, type Frame, RadioCards } from '../../../ui/index.ts';
import type { BookingView } from '../booking-view.ts';
import { words } from '../words.ts';

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
    <>
      <RadioCards
        name="slot"
        legend={t.slot}
        hint={t.slotHint}
        groups={view.days}
        value={view.typed.slot}
        error={view.errors.of('slot')}
      />
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
    </>
  );
}
