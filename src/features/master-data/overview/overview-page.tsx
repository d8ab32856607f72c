import { Badge, Card, DescriptionList, type Frame, Split, Stack } from '../../../ui/index.ts';
import { MasterDataFrame } from '../pages/master-data-frame.tsx';
import { words as shared } from '../words.ts';
import type { OverviewCard } from './view.ts';
import { words } from './words.ts';

export interface OverviewPageProps {
  frame: Frame;
  firm: readonly OverviewCard[];
  beside: readonly OverviewCard[];
}

/** All parts of the master data at a glance. */
export function OverviewPage({ frame, firm, beside }: OverviewPageProps) {
  const part = (card: OverviewCard) => <Part key={card.href} frame={frame} card={card} />;
  return (
    <MasterDataFrame frame={frame} title={shared[frame.language].title}>
      <Split>
        <Stack>{firm.map(part)}</Stack>
        <Stack>{beside.map(part)}</Stack>
      </Split>
    </MasterDataFrame>
  );
}

function Part({ frame, card }: { frame: Frame; card: OverviewCard }) {
  return (
    <Card
      title={card.title}
      action={
        <span>
          {card.badge && <Badge tone="info">{card.badge}</Badge>}{' '}
          <a href={card.href}>
            {words[frame.language].open}
            <span class="sr"> {card.title}</span>
          </a>
        </span>
      }
    >
      <DescriptionList frame={frame} items={card.facts} />
    </Card>
  );
}
