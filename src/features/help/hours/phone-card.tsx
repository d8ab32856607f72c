import { Badge, Card, DescriptionList, type Frame, PhoneLink } from '../../../ui/index.ts';
import type { HoursView } from './view.ts';
import { words } from './words.ts';

/** How to reach the carrier, and whether somebody is there now. */
export function PhoneCard({ frame, hours }: { frame: Frame; hours: HoursView }) {
  const t = words[frame.language];
  const { phone, email } = frame.carrier;
  return (
    <Card title={t.title}>
      <p class="open-now">
        <Badge tone={hours.isOpen ? 'ok' : 'neutral'}>{hours.now}</Badge>
      </p>
      {hours.holiday && <p>{hours.holiday}</p>}
      <DescriptionList
        frame={frame}
        items={[
          { term: t.phone, value: <PhoneLink number={phone} /> },
          { term: t.hours, value: lines(hours.week) },
          { term: t.email, value: <a href={`mailto:${email}`}>{email}</a> },
          ...(hours.closures.length > 0 ? [{ term: t.soon, value: lines(hours.closures) }] : []),
        ]}
      />
      <p class="hint">{hours.promise}</p>
    </Card>
  );
}

const lines = (texts: readonly string[]) =>
  texts.map((text) => (
    <span key={text} class="line">
      {text}
    </span>
  ));
