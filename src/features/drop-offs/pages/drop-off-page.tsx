import {
  Actions,
  Badge,
  ButtonLink,
  Card,
  Deadline,
  type DescriptionItem,
  DescriptionList,
  type Frame,
  Layout,
  Notice,
  PageHeading,
  Split,
  Stack,
  type Tone,
} from '../../../ui/index.ts';
import { AgainCard, type AgainView, ApprovalNotice, orderHref } from '../../orders/index.ts';
import { changeHref, DROP_OFFS, manifestHref } from '../paths.ts';
import type { ItemsView, QrView } from '../view.ts';
import { words } from '../words.ts';
import { OpenSample } from './drop-off-fields.tsx';
import { ItemsTable } from './items-table.tsx';

export interface DropOffPageProps {
  frame: Frame;
  number: string;
  status: { readonly text: string; readonly tone: Tone };
  details: readonly DescriptionItem[];
  items: ItemsView;
  qr: QrView;
  isAdvertising: boolean;
  /** Why nothing can be done any more, or that cancelling is over. */
  note: string | undefined;
  change: { readonly until: Temporal.Instant; readonly may: boolean } | undefined;
  cancel: { readonly until: Temporal.Instant; readonly may: boolean } | undefined;
  /** Undefined for whoever may not order. */
  again: AgainView | undefined;
  /** Until when it can be approved; undefined: it does not wait for that. */
  approveUntil: Temporal.Instant | undefined;
  now: Temporal.Instant;
  /** Comes from announcing or changing it just now. */
  just: 'booked' | 'changed' | undefined;
}

export function DropOffPage(props: DropOffPageProps) {
  const { frame, number, status, details, items, just, isAdvertising } = props;
  const t = words[frame.language];
  const title = t.pageTitle({ number });
  return (
    <Layout frame={frame} title={title} active={DROP_OFFS}>
      <PageHeading
        title={title}
        lead={<Badge tone={status.tone}>{status.text}</Badge>}
        back={{ href: DROP_OFFS, text: t.back }}
      />
      {/* what waits for approval says so itself */}
      {just && !(just === 'booked' && props.approveUntil) && (
        <Notice tone="ok" title={t[just]} live>
          <p>{just === 'booked' ? t.bookedText : t.changedText}</p>
        </Notice>
      )}
      {props.approveUntil && <ApprovalNotice frame={frame} until={props.approveUntil} now={props.now} />}
      {isAdvertising && props.change && <OpenSample frame={frame} />}
      <Split>
        <Stack>
          <Card title={t.details}>
            <DescriptionList frame={frame} items={details} />
          </Card>
          <Card title={t.estimateTitle}>
            <ItemsTable frame={frame} view={items} />
          </Card>
        </Stack>
        <Stack>
          <Manifest {...props} />
          <Possible {...props} />
          {props.again && <AgainCard frame={frame} again={props.again} number={number} />}
        </Stack>
      </Split>
    </Layout>
  );
}

function Manifest({ frame, number, qr }: DropOffPageProps) {
  const t = words[frame.language];
  return (
    <Card title={t.manifest}>
      <p>{t.manifestText}</p>
      <svg
        class="qr"
        role="img"
        aria-label={t.qrAlt({ code: qr.code })}
        viewBox={`0 0 ${qr.size} ${qr.size}`}
        width="180"
        height="180"
      >
        <rect width={qr.size} height={qr.size} fill="#fff" />
        <path d={qr.path} fill="#000" />
      </svg>
      <p>
        <b>{qr.code}</b>
      </p>
      <ButtonLink href={manifestHref(number)} kind="primary">
        {t.download}
      </ButtonLink>
    </Card>
  );
}

function Possible({ frame, number, note, change, cancel, now }: DropOffPageProps) {
  const t = words[frame.language];
  return (
    <Card title={t.possible}>
      {note && <p>{note}</p>}
      {change && (
        <p>
          {t.changeable} <Deadline frame={frame} at={change.until} now={now} />
        </p>
      )}
      {cancel && (
        <p>
          {t.cancellable} <Deadline frame={frame} at={cancel.until} now={now} />
        </p>
      )}
      <Actions>
        {change?.may && <ButtonLink href={changeHref(number)}>{t.change}</ButtonLink>}
        {cancel?.may && (
          <ButtonLink href={`${orderHref(number)}/stornieren`} kind="danger">
            {t.cancel}
          </ButtonLink>
        )}
        <ButtonLink href={orderHref(number)} kind="quiet">
          {t.toOrder}
        </ButtonLink>
      </Actions>
    </Card>
  );
}
