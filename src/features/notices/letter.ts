import type { Carrier } from '../../platform/carrier/carrier.ts';
import { formatsFor, type Language } from '../../platform/i18n/index.ts';
import { composeLetter } from '../../platform/mail/letter.ts';
import type { Letter } from '../../platform/mail/mail.ts';
import type { LetterKind } from '../customers/index.ts';
import { orderHref } from '../orders/index.ts';
import { signatureOf } from '../sign-in/index.ts';
import type { StoredNotice } from './queries.ts';
import { noticeView } from './view.ts';
import { words } from './words.ts';

/** Which preference decides about a letter; undefined where another letter tells it already. */
export function letterKindOf(
  { kind, doneBy }: Pick<StoredNotice, 'kind' | 'doneBy'>,
  recipient: { readonly isMainContact: boolean },
): LetterKind | undefined {
  if (kind === 'reminder') return 'deadlineReminders';
  if (kind === 'completed') return 'completions';
  // of what waits for approval, and of what was decided, letters of their own tell at once
  if (kind === 'approval-wanted' || kind === 'approved' || kind === 'declined' || kind === 'expired')
    return undefined;
  if (kind === 'accepted' || kind === 'reopened') return 'steps';
  // the confirmation tells that it was placed, and a letter of its own each step of a ride
  if (kind === 'placed' || kind.startsWith('ride-')) return undefined;
  // of a service that failed the desk writes at once, with what the firm can do now
  if (kind === 'failed') return undefined;
  // what the carrier changes or cancels is confirmed to the main contact when it happens
  const isConfirmed =
    (kind === 'changed' || kind === 'cancelled') && doneBy === null && recipient.isMainContact;
  return isConfirmed ? undefined : 'statusChanges';
}

/** One letter about everything that is new to one person. */
export function writeNoticeLetter(
  about: {
    readonly recipient: { readonly name: string; readonly email: string; readonly language: Language };
    readonly wanted: readonly StoredNotice[];
  },
  { carrier, publicUrl }: { readonly carrier: Carrier; readonly publicUrl: string },
): Letter {
  const { recipient, wanted } = about;
  const { language } = recipient;
  const t = words[language].letter;
  const formats = formatsFor(language, carrier.timeZone);
  const views = wanted.map((notice) => noticeView(notice, formats));
  const [only] = views;
  return composeLetter({
    to: recipient.email,
    subject: views.length === 1 && only ? only.title : t.subject({ count: formats.number(views.length) }),
    greeting: t.greeting({ name: recipient.name }),
    parts: [
      ...views.flatMap((view, index) => [
        { kind: 'facts' as const, title: view.title, facts: view.facts },
        ...(wanted[index]?.number
          ? [{ kind: 'link' as const, text: t.show, href: publicUrl + orderHref(wanted[index].number ?? '') }]
          : []),
      ]),
      { kind: 'paragraph', text: t.why },
    ],
    signature: signatureOf(carrier, language),
  });
}
