import type { Formats } from '../../platform/i18n/index.ts';
import type { Tone } from '../../ui/index.ts';
import { orderHref } from '../orders/index.ts';
import type { NoticeKind, StoredNotice } from './queries.ts';
import { words } from './words.ts';

/** A notice, worded. */
export interface NoticeView {
  readonly id: number;
  readonly title: string;
  readonly facts: readonly (readonly [string, string])[];
  readonly href: string | undefined;
  readonly at: string;
  readonly isNew: boolean;
  readonly tone: Tone;
}

const TONES: Readonly<Record<NoticeKind, Tone>> = {
  placed: 'info',
  accepted: 'info',
  reopened: 'warn',
  'ride-assigned': 'info',
  'ride-picked-up': 'info',
  'ride-delivered': 'ok',
  changed: 'info',
  cancelled: 'neutral',
  completed: 'ok',
  failed: 'danger',
  reminder: 'warn',
  'approval-wanted': 'warn',
  approved: 'ok',
  declined: 'danger',
  expired: 'danger',
};

export function noticeView(notice: StoredNotice, formats: Formats): NoticeView {
  const { language } = formats;
  const t = words[language];
  const { number, serviceName, date, starts, ends, deadline, reference, doneByName, stepName, stepAt } =
    notice;
  const window = date && starts && ends ? `${formats.date(date)}, ${formats.window(starts, ends)}` : '';
  const facts: [string, string][] = [
    [t.service, serviceName?.[language] ?? ''],
    [t.when, window],
    [notice.kind === 'ride-delivered' ? t.receivedBy : t.rider, stepName ?? ''],
    [t.stepAt, stepAt ? formats.dateTime(stepAt) : ''],
    [t.deadline, deadline ? formats.dateTime(deadline) : ''],
    [t.reference, reference ?? ''],
    [t.by, doneByName ?? ''],
  ];
  return {
    id: notice.id,
    title: t.titles[notice.kind]({ number: number ?? '' }),
    facts: facts.filter(([, value]) => value !== ''),
    href: number ? orderHref(number) : undefined,
    at: formats.dateTime(notice.createdAt),
    isNew: notice.readAt === null,
    tone: TONES[notice.kind],
  };
}
