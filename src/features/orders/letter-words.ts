import type { Words } from '../../platform/i18n/index.ts';

const de = {
  greeting: (p: { name: string }) => `Guten Tag, ${p.name},`,
  placed: {
    subject: (p: { numbers: string }) => `Auftragsbestätigung ${p.numbers}`,
    opening: (p: { count: number }) =>
      p.count === 1 ? 'Ihr Auftrag ist bei uns eingegangen.' : 'Ihre Aufträge sind bei uns eingegangen.',
  },
  waiting: {
    subject: (p: { numbers: string }) => `Wartet auf Freigabe: ${p.numbers}`,
    opening: (p: { count: number }) =>
      p.count === 1
        ? 'Ihr Auftrag ist eingegangen und wartet auf Freigabe in Ihrer Firma. Der Platz ist so lange reserviert. Wird er nicht rechtzeitig freigegeben, wird er nicht ausgeführt und nicht berechnet. Sobald entschieden ist, schreiben wir Ihnen.'
        : 'Ihre Aufträge sind eingegangen und warten auf Freigabe in Ihrer Firma. Die Plätze sind so lange reserviert. Werden sie nicht rechtzeitig freigegeben, werden sie nicht ausgeführt und nicht berechnet. Sobald entschieden ist, schreiben wir Ihnen.',
  },
  approveUntil: 'Freigeben möglich bis',
  changed: {
    subject: (p: { numbers: string }) => `Änderung ${p.numbers}`,
    opening: (_: { count: number }) =>
      'Ihr Auftrag ist geändert. Er wird so ausgeführt, wie er jetzt hier steht.',
    what: (p: { title: string }) => `Was sich geändert hat (${p.title})`,
    became: (p: { before: string; after: string }) => `bisher ${p.before}, jetzt ${p.after}`,
    afterwards: 'Ihr Auftrag jetzt',
  },
  cancelled: {
    subject: (p: { numbers: string }) => `Stornierung ${p.numbers}`,
    opening: (_: { count: number }) =>
      'Ihr Auftrag ist storniert. Er wird nicht ausgeführt und nicht berechnet.',
  },
  number: 'Auftragsnummer',
  service: 'Leistung',
  items: 'Positionen',
  when: 'Termin',
  where: 'Adresse',
  reference: 'Ihre Referenz',
  costCentre: 'Kostenstelle',
  sum: 'Summe',
  sumText: (p: { net: string; gross: string }) => `${p.net} netto, ${p.gross} brutto`,
  hint: 'Hinweis für den Fahrer',
  change: 'Änderung',
  changeUntil: (p: { at: string }) => `möglich bis ${p.at}`,
  cancellation: 'Stornierung',
  cancelUntil: (p: { at: string }) => `kostenlos möglich bis ${p.at}`,
  final: 'nicht möglich, die Bestellung ist verbindlich',
  show: (p: { number: string }) => `Auftrag ${p.number} im Kundenportal ansehen`,
  closing: 'Freundliche Grüße',
  phone: 'Kundenservice',
};

const en: Words<typeof de> = {
  greeting: (p) => `Dear ${p.name},`,
  placed: {
    subject: (p) => `Order confirmation ${p.numbers}`,
    opening: (p) => (p.count === 1 ? 'We have received your order.' : 'We have received your orders.'),
  },
  waiting: {
    subject: (p) => `Awaiting approval: ${p.numbers}`,
    opening: (p) =>
      p.count === 1
        ? 'Your order has been received and waits for approval in your company. Its place is held until then. If it is not approved in time, it is not carried out and not charged. We write to you as soon as it is decided.'
        : 'Your orders have been received and wait for approval in your company. Their places are held until then. If they are not approved in time, they are not carried out and not charged. We write to you as soon as it is decided.',
  },
  approveUntil: 'Can be approved until',
  changed: {
    subject: (p) => `Change of ${p.numbers}`,
    opening: () => 'Your order is changed. It will be carried out as it stands here now.',
    what: (p) => `What has changed (${p.title})`,
    became: (p) => `so far ${p.before}, now ${p.after}`,
    afterwards: 'Your order now',
  },
  cancelled: {
    subject: (p) => `Cancellation ${p.numbers}`,
    opening: () => 'Your order is cancelled. It will not be carried out and not be charged.',
  },
  number: 'Order number',
  service: 'Service',
  items: 'Items',
  when: 'Date',
  where: 'Address',
  reference: 'Your reference',
  costCentre: 'Cost centre',
  sum: 'Total',
  sumText: (p) => `${p.net} net, ${p.gross} gross`,
  hint: 'Note for the driver',
  change: 'Change',
  changeUntil: (p) => `possible until ${p.at}`,
  cancellation: 'Cancellation',
  cancelUntil: (p) => `free of charge until ${p.at}`,
  final: 'not possible, the order is final',
  show: (p) => `Show order ${p.number} in the customer portal`,
  closing: 'Kind regards',
  phone: 'Customer service',
};

export const letterWords = { de, en };
