import type { Words } from '../../platform/i18n/index.ts';

const de = {
  greeting: (p: { name: string }) => `Guten Tag, ${p.name},`,
  wanted: {
    subject: (p: { numbers: string; net: string }) => `Bitte freigeben: ${p.numbers} (${p.net} netto)`,
    opening: (p: { name: string; until: string }) =>
      `${p.name} hat bestellt, und nach der Regel Ihrer Firma braucht das eine Freigabe. Bitte entscheiden Sie bis ${p.until}: Sie öffnen den Auftrag mit dem Link und geben ihn dort frei oder lehnen ihn ab. Danach verfällt er und wird nicht ausgeführt.`,
    somebody: 'Jemand aus Ihrer Firma',
  },
  approved: {
    subject: (p: { number: string }) => `Freigegeben: ${p.number}`,
    opening: (p: { name: string }) =>
      `${p.name} hat Ihren Auftrag freigegeben. Er ist gebucht und wird so ausgeführt, wie er hier steht.`,
  },
  declined: {
    subject: (p: { number: string }) => `Nicht freigegeben: ${p.number}`,
    opening: (p: { name: string }) =>
      `${p.name} hat Ihren Auftrag nicht freigegeben. Er wird nicht ausgeführt und nicht berechnet.`,
    reason: 'Grund',
  },
  expired: {
    subject: (p: { number: string }) => `Verfallen: ${p.number}`,
    opening: (p: { until: string }) =>
      `Ihr Auftrag wurde bis ${p.until} nicht freigegeben und ist verfallen. Er wird nicht ausgeführt und nicht berechnet. Brauchen Sie die Leistung noch, bestellen Sie sie bitte neu.`,
  },
  colleague: 'Eine Kollegin oder ein Kollege',
};

const en: Words<typeof de> = {
  greeting: (p) => `Dear ${p.name},`,
  wanted: {
    subject: (p) => `Please approve: ${p.numbers} (${p.net} net)`,
    opening: (p) =>
      `${p.name} has ordered, and by the rule of your company that needs approval. Please decide by ${p.until}: open the order with the link and approve or decline it there. After that it expires and is not carried out.`,
    somebody: 'Somebody of your company',
  },
  approved: {
    subject: (p) => `Approved: ${p.number}`,
    opening: (p) =>
      `${p.name} has approved your order. It is booked and will be carried out as it stands here.`,
  },
  declined: {
    subject: (p) => `Not approved: ${p.number}`,
    opening: (p) => `${p.name} has not approved your order. It is not carried out and not charged.`,
    reason: 'Reason',
  },
  expired: {
    subject: (p) => `Expired: ${p.number}`,
    opening: (p) =>
      `Your order was not approved by ${p.until} and has expired. It is not carried out and not charged. If you still need the service, please order it anew.`,
  },
  colleague: 'A colleague',
};

export const letterWords = { de, en };
