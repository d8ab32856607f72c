import type { ComponentChildren } from 'preact';
import { EmptyState, type Frame, Notice, PhoneLink } from '../../../ui/index.ts';
import type { BookingView } from '../booking-view.ts';
import { words } from '../words.ts';

/** Shows the form, or why there is nothing to book: no date is free, no address to go to. */
export function NothingToBook(props: { frame: Frame; view: BookingView; children: ComponentChildren }) {
  const { frame, view } = props;
  const t = words[frame.language].booking;
  const phone = <p>{frame.carrier.phone}</p>;
  if (view.addresses.length === 0)
    return <EmptyState title={t.noAddress} text={t.noAddressText} action={phone} />;
  // another address may have some
  if (view.days.length === 0 && !view.hangsOnAddress && !view.notServed)
    return <EmptyState title={t.none} text={t.noneText} action={phone} />;
  return <>{props.children}</>;
}

/** In place of the dates of an address to which nobody goes. */
export function NotServed({ frame, text }: { frame: Frame; text: string }) {
  const t = words[frame.language].booking;
  return (
    <Notice tone="warn" title={t.notServedTitle}>
      <p>
        {text} <PhoneLink number={frame.carrier.phone} />
      </p>
    </Notice>
  );
}
