import { Card, DescriptionList, type Frame, PhoneLink } from '../../../ui/index.ts';
import { words } from '../words.ts';

/** How to reach the carrier, and when. */
export function ContactCard({ frame, title }: { frame: Frame; title: string }) {
  const t = words[frame.language].contact;
  const { phone, phoneHours, email } = frame.carrier;
  return (
    <Card title={title}>
      <DescriptionList
        frame={frame}
        items={[
          { term: t.phone, value: <PhoneLink number={phone} /> },
          { term: t.hours, value: phoneHours },
          { term: t.email, value: <a href={`mailto:${email}`}>{email}</a> },
        ]}
      />
    </Card>
  );
}
