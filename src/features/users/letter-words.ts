import type { Words } from '../../platform/i18n/index.ts';

const de = {
  greeting: (p: { name: string }) => `Guten Tag, ${p.name},`,
  greetingUnknown: 'Guten Tag,',
  customer: 'Firma',
  customerNumber: 'Kundennummer',
  notYou: 'Sie erwarten diese E-Mail nicht? Dann tun Sie nichts: Es ändert sich nichts.',
  invitation: {
    subject: (p: { customer: string }) => `Einladung ins Kundenportal: ${p.customer}`,
    opening: (p: { host: string; customer: string }) =>
      `${p.host} lädt Sie ein, im Kundenportal für ${p.customer} zu handeln.`,
    openingByCarrier: (p: { carrier: string; customer: string }) =>
      `${p.carrier} lädt Sie ein, Hauptansprechperson von ${p.customer} im Kundenportal zu werden.`,
    rights: 'Das dürfen Sie dann',
    until: 'Die Einladung gilt bis',
    link: 'Einladung ansehen und annehmen',
  },
  deleted: {
    subject: 'Ihr Zugang wurde gelöscht',
    opening: (p: { customer: string }) => `Ihr Zugang zum Kundenportal für ${p.customer} wurde gelöscht.`,
    bySelf: 'Das haben Sie selbst veranlasst.',
    kept: 'Aufträge und Belege bleiben bei Ihrer Firma. Ihre Anmeldedaten für diese Kundennummer sind fort.',
  },
  request: {
    subjectRight: (p: { name: string }) => `${p.name} bittet um ein Recht`,
    subjectDeletion: (p: { name: string }) => `${p.name} möchte gelöscht werden`,
    openingRight: (p: { name: string; right: string }) =>
      `${p.name} bittet im Kundenportal um das Recht „${p.right}“.`,
    openingDeletion: (p: { name: string }) => `${p.name} bittet darum, dass der eigene Zugang gelöscht wird.`,
    email: 'E-Mail-Adresse',
    link: 'Ansehen und entscheiden',
    everybody: 'Alle mit Administratorrechten bekommen diese E-Mail; es genügt, wenn jemand antwortet.',
  },
  answered: {
    subject: 'Antwort auf Ihre Bitte',
    granted: (p: { right: string }) => `Sie haben jetzt das Recht „${p.right}“.`,
    declined: (p: { right: string }) => `Ihre Bitte um das Recht „${p.right}“ wurde abgelehnt.`,
    declinedDeletion: 'Ihre Bitte, Ihren Zugang zu löschen, wurde abgelehnt.',
    help: (p: { carrier: string; email: string }) =>
      `Sind Sie nicht einverstanden, wenden Sie sich an ${p.carrier}: ${p.email}.`,
    link: 'Zum Kundenportal',
  },
  mainContact: {
    subject: 'Ihre Firma hat eine neue Hauptansprechperson',
    opening: (p: { customer: string; email: string }) =>
      `${p.email} wird Hauptansprechperson von ${p.customer} im Kundenportal und bekommt Administratorrechte. Zwei Personen unseres Kundenservice haben das unabhängig voneinander geprüft.`,
    objection: 'Ist das nicht richtig, rufen Sie uns bitte sofort an.',
    link: 'Benutzer ansehen',
  },
};

const en: Words<typeof de> = {
  greeting: (p) => `Dear ${p.name},`,
  greetingUnknown: 'Hello,',
  customer: 'Company',
  customerNumber: 'Customer number',
  notYou: 'You do not expect this e-mail? Then do nothing: nothing will change.',
  invitation: {
    subject: (p) => `Invitation to the customer portal: ${p.customer}`,
    opening: (p) => `${p.host} invites you to act for ${p.customer} in the customer portal.`,
    openingByCarrier: (p) =>
      `${p.carrier} invites you to become the main contact of ${p.customer} in the customer portal.`,
    rights: 'You will be allowed to',
    until: 'The invitation is valid until',
    link: 'See and accept the invitation',
  },
  deleted: {
    subject: 'Your access has been deleted',
    opening: (p) => `Your access to the customer portal for ${p.customer} has been deleted.`,
    bySelf: 'You did this yourself.',
    kept: 'Orders and documents stay with your company. Your sign-in details for this customer number are gone.',
  },
  request: {
    subjectRight: (p) => `${p.name} asks for a right`,
    subjectDeletion: (p) => `${p.name} would like to be deleted`,
    openingRight: (p) => `${p.name} asks for the right “${p.right}” in the customer portal.`,
    openingDeletion: (p) => `${p.name} asks for their own access to be deleted.`,
    email: 'E-mail address',
    link: 'See and decide',
    everybody: 'All administrators receive this e-mail; it is enough if one of them answers.',
  },
  answered: {
    subject: 'Answer to your request',
    granted: (p) => `You now have the right “${p.right}”.`,
    declined: (p) => `Your request for the right “${p.right}” was declined.`,
    declinedDeletion: 'Your request to delete your access was declined.',
    help: (p) => `If you do not agree, please contact ${p.carrier}: ${p.email}.`,
    link: 'To the customer portal',
  },
  mainContact: {
    subject: 'Your company has a new main contact',
    opening: (p) =>
      `${p.email} becomes the main contact of ${p.customer} in the customer portal, with administrator rights. Two people of our customer service have checked this independently.`,
    objection: 'If this is not right, please call us at once.',
    link: 'See the users',
  },
};

export const letterWords = { de, en };
