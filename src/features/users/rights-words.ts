import { type Grants, RIGHTS, type Right } from '../../domain/rights.ts';
import type { Language, Text } from '../../platform/i18n/index.ts';
import { rightName } from '../../web/index.ts';

/** What somebody with the right can do, in a sentence. */
const MEANINGS: Readonly<Record<Right, Text>> = {
  'masterData.edit': {
    de: 'Anschriften, Ansprechpersonen, Kostenstellen und Rechnungsangaben der Firma ändern.',
    en: 'Change the company’s addresses, contacts, cost centres and invoice details.',
  },
  'users.invite': {
    de: 'Weitere Personen einladen; höchstens mit den Rechten, die man selbst hat.',
    en: 'Invite more people; with no more rights than one’s own.',
  },
  'users.delete': {
    de: 'Benutzer löschen, auch sich selbst.',
    en: 'Delete users, also oneself.',
  },
  'documents.view': {
    de: 'Rechnungen, Wochenberichte und Einlieferungsbelege ansehen.',
    en: 'See invoices, weekly reports and drop-off receipts.',
  },
  'documents.download': {
    de: 'Diese Dokumente herunterladen und weitergeben.',
    en: 'Download these documents and pass them on.',
  },
  'orders.place': {
    de: 'Bestellen, Abholungen und andere Leistungen buchen; das kostet die Firma Geld.',
    en: 'Order goods, book pickups and other services; that costs the company money.',
  },
  'orders.cancel': {
    de: 'Aufträge der Firma stornieren, auch die von Kolleginnen und Kollegen.',
    en: 'Cancel orders of the company, also those of colleagues.',
  },
  'orders.approve': {
    de: 'Aufträge freigeben oder ablehnen, die nach der Regel der Firma auf Freigabe warten.',
    en: 'Approve or decline orders that wait for approval by the rule of the company.',
  },
  'billing.edit': {
    de: 'Bankverbindung angeben und das Lastschriftmandat erteilen, ändern oder widerrufen.',
    en: 'Give bank details and grant, change or revoke the direct debit mandate.',
  },
};

const ADMIN: { readonly name: Text; readonly meaning: Text; readonly all: Text; readonly none: Text } = {
  name: { de: 'Administratorrechte', en: 'Administrator' },
  meaning: {
    de: 'Darf alles, auch die Rechte anderer ändern und weitere Administratoren ernennen.',
    en: 'May do everything, also change other people’s rights and make further administrators.',
  },
  all: { de: 'Administratorrechte: darf alles', en: 'Administrator: may do everything' },
  none: { de: 'Ansehen, was gebucht ist', en: 'See what is booked' },
};

/** A right as a form offers it. */
export interface RightView {
  readonly right: Right;
  readonly name: string;
  readonly meaning: string;
}

/** All rights in the order of the program. */
export const rightViews = (language: Language): readonly RightView[] =>
  RIGHTS.map((right) => ({ right, name: rightName(right, language), meaning: MEANINGS[right][language] }));

/** What somebody with the right can do. */
export const rightMeaning = (right: Right, language: Language): string => MEANINGS[right][language];

export const adminView = (language: Language) => ({
  name: ADMIN.name[language],
  meaning: ADMIN.meaning[language],
});

/** What somebody may do, as a list of names; never empty. */
export function grantsInWords({ isAdmin, rights }: Grants, language: Language): string[] {
  if (isAdmin) return [ADMIN.all[language]];
  if (rights.length === 0) return [ADMIN.none[language]];
  return RIGHTS.filter((right) => rights.includes(right)).map((right) => rightName(right, language));
}
