import type { Carrier } from '../../platform/carrier/carrier.ts';
import type { Database } from '../../platform/db/database.ts';
import { type Formats, formatsFor } from '../../platform/i18n/index.ts';
import { handlerFor, type JobHandler } from '../../platform/jobs/jobs.ts';
import { composeLetter } from '../../platform/mail/letter.ts';
import type { Mailer } from '../../platform/mail/mail.ts';
import { wantsLetters } from '../customers/index.ts';
import { addressLines, type FoundOrder, findOrder, mailRecipient } from '../orders/index.ts';
import { courierLetter } from './jobs.ts';
import { letterWords } from './letter-words.ts';
import { rideHref } from './paths.ts';
import { findRide, type StoredRide } from './queries.ts';

export interface LetterServices {
  readonly db: Database;
  readonly mailer: Mailer;
  readonly carrier: Carrier;
  /** Public address without a trailing slash. */
  readonly publicUrl: string;
}

type Occasion = 'assigned' | 'picked-up' | 'delivered' | 'cancelled' | 'taken-back';

/** Writes of each step to whoever booked the ride, and to whoever cancelled it, in their language. */
export function courierHandlers(services: LetterServices): readonly JobHandler[] {
  const { carrier, mailer, publicUrl } = services;
  return [
    handlerFor(courierLetter, async ({ customerId, number, occasion, personId }, key) => {
      const loaded = await services.db.transaction(customerId, async (tx) => {
        const recipient = await mailRecipient(tx, personId ?? undefined);
        if (!recipient || !(await wantsLetters(tx, recipient.id, 'statusChanges'))) return undefined;
        const found = await findOrder(tx, number);
        const ride = found && (await findRide(tx, found.order.id));
        return found && ride && { recipient, found, ride };
      });
      if (!loaded) return;
      const { recipient, found, ride } = loaded;
      // taken back before the letter was written: there is nothing to tell
      if (isStep(occasion) && !ride.events.some(({ step }) => step === occasion)) return;
      const { language } = recipient;
      const t = letterWords[language];
      const formats = formatsFor(language, carrier.timeZone);
      const letter = composeLetter({
        to: recipient.email,
        subject: t[occasion].subject({ number }),
        greeting: t.greeting({ name: recipient.name }),
        parts: [
          { kind: 'paragraph', text: openingOf(occasion, found, ride, formats) },
          { kind: 'facts', facts: factsOf(occasion, found, ride, formats) },
          { kind: 'link', text: t.show({ number }), href: publicUrl + rideHref(number) },
        ],
        signature: [t.closing, carrier.name, `${t.phone} ${carrier.phone} (${carrier.phoneHours[language]})`],
      });
      await mailer.send(letter, key);
    }),
  ];
}

const isStep = (occasion: Occasion) => occasion !== 'cancelled' && occasion !== 'taken-back';

function openingOf(
  occasion: Occasion,
  { order }: FoundOrder,
  { ride }: StoredRide,
  formats: Formats,
): string {
  const t = letterWords[formats.language];
  if (occasion === 'cancelled')
    return order.is_cancellation_charged
      ? t.cancelled.fee({ fee: formats.money(order.net_cents) })
      : t.cancelled.free;
  if (occasion === 'taken-back') return t['taken-back'].text({ state: t['taken-back'].states[ride.step] });
  return t[occasion].text({ name: occasion === 'delivered' ? ride.received_by : ride.rider_name });
}

function factsOf(
  occasion: Occasion,
  { order }: FoundOrder,
  { stops, events }: StoredRide,
  formats: Formats,
): [string, string][] {
  const t = letterWords[formats.language];
  const at = events.find(({ step }) => step === occasion)?.at;
  const target = stops.at(-1)?.address;
  const facts: [string, string][] = [
    [t.number, order.number],
    [t.at, at ? formats.dateTime(at) : ''],
    [
      t.when,
      `${formats.longDate(order.service_date)}, ${formats.window(order.window_starts, order.window_ends)}`,
    ],
    [t.from, addressLines(order.address)],
    [t.to, target ? addressLines(target) : ''],
    [t.reference, order.reference],
  ];
  return facts.filter(([, value]) => value !== '');
}
