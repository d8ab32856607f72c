import type { Words } from '../../platform/i18n/index.ts';

const de = {
  greeting: (p: { name: string }) => `Guten Tag, ${p.name},`,
  number: 'Kundennummer',
  customer: 'Firma',
  email: 'E-Mail-Adresse',
  name: 'Name',
  notYou: 'Sie haben sich nicht registriert? Dann tun Sie nichts: Ohne Sie entsteht kein Zugang.',
  received: {
    subject: 'Ihre Registrierung ist eingegangen',
    opening: (p: { number: string }) =>
      `Sie möchten das Kundenportal für die Kundennummer ${p.number} nutzen. Wir prüfen, ob Sie zu dieser Firma gehören.`,
    next: 'Die Antwort kommt an diese Adresse. Schneller geht es mit einem Aktivierungscode: Er steht auf Ihrer Rechnung oder kommt mit der Post, wenn Sie uns anrufen.',
  },
  confirm: {
    subject: 'Bitte bestätigen Sie Ihre Registrierung',
    opening: (p: { customer: string; number: string }) =>
      `mit einem letzten Schritt richten Sie Ihren Zugang für ${p.customer}, Kundennummer ${p.number}, ein.`,
    password:
      'Halten Sie Ihr Passwort bereit: das bei der Registrierung gewählte oder, wenn Sie schon einen Zugang für eine andere Kundennummer haben, das bisherige.',
    until: 'Der Link gilt bis',
    link: 'Registrierung bestätigen',
  },
  member: {
    subject: 'Sie haben schon einen Zugang',
    opening: (p: { number: string }) =>
      `mit dieser E-Mail-Adresse haben Sie für die Kundennummer ${p.number} schon einen Zugang zum Kundenportal.`,
    next: 'Melden Sie sich an. Ist Ihr Passwort vergessen, bekommen Sie dort ein einmaliges. Wurde Ihr Zugang deaktiviert, wenden Sie sich an Ihre Firma.',
    link: 'Zur Anmeldung',
  },
  declined: {
    subject: 'Ihre Registrierung',
    opening: (p: { number: string }) =>
      `wir konnten nicht feststellen, dass Sie zur Kundennummer ${p.number} gehören, und haben keinen Zugang eingerichtet.`,
    next: 'Bitte vergleichen Sie die Kundennummer mit Ihrer Rechnung, oben rechts. Stimmt sie, fragen Sie in Ihrer Firma nach einer Einladung, oder rufen Sie uns an.',
  },
  taken: {
    subject: 'Ihre Firma ist schon registriert',
    opening: (p: { number: string }) =>
      `für die Kundennummer ${p.number} hat sich inzwischen jemand anderes aus Ihrer Firma registriert. Wir haben dort gefragt, ob Sie dazukommen sollen; die Antwort kommt an diese Adresse.`,
  },
  completed: {
    subject: 'Willkommen im Kundenportal',
    opening: (p: { customer: string; number: string }) =>
      `Ihr Zugang für ${p.customer} ist eingerichtet. Sie melden sich mit der Kundennummer ${p.number}, dieser E-Mail-Adresse und Ihrem Passwort an.`,
    notYou: 'Sie waren das nicht? Rufen Sie uns bitte sofort an.',
    link: 'Zur Anmeldung',
  },
  join: {
    subject: (p: { name: string }) => `${p.name} möchte für Ihre Firma handeln`,
    opening: (p: { name: string }) =>
      `${p.name} hat sich im Kundenportal mit Ihrer Kundennummer registriert. Sie entscheiden, ob diese Person dazugehört und was sie darf.`,
    warning: 'Name und E-Mail-Adresse sind nicht geprüft. Kennen Sie die Person nicht, lehnen Sie ab.',
    link: 'Ansehen und entscheiden',
    everybody: 'Alle mit Administratorrechten bekommen diese E-Mail; es genügt, wenn jemand antwortet.',
  },
};

const en: Words<typeof de> = {
  greeting: (p) => `Dear ${p.name},`,
  number: 'Customer number',
  customer: 'Company',
  email: 'E-mail address',
  name: 'Name',
  notYou: 'You did not register? Then do nothing: without you no access is set up.',
  received: {
    subject: 'We have received your registration',
    opening: (p) =>
      `You would like to use the customer portal for customer number ${p.number}. We are checking whether you belong to that company.`,
    next: 'The answer will come to this address. An activation code is faster: you find it on your invoice, or we send it by post if you call us.',
  },
  confirm: {
    subject: 'Please confirm your registration',
    opening: (p) => `One last step sets up your access for ${p.customer}, customer number ${p.number}.`,
    password:
      'Have your password ready: the one you chose when you registered or, if you already have an access for another customer number, the one you use there.',
    until: 'The link is valid until',
    link: 'Confirm the registration',
  },
  member: {
    subject: 'You have an access already',
    opening: (p) =>
      `With this e-mail address you already have an access to the customer portal for customer number ${p.number}.`,
    next: 'Please sign in. If you have forgotten your password, you get a one-time password there. If your access was deactivated, please ask your company.',
    link: 'Sign in',
  },
  declined: {
    subject: 'Your registration',
    opening: (p) =>
      `We could not establish that you belong to customer number ${p.number}, and have not set up an access.`,
    next: 'Please compare the customer number with your invoice, top right. If it is right, ask your company for an invitation, or call us.',
  },
  taken: {
    subject: 'Your company is registered already',
    opening: (p) =>
      `Somebody else of your company has registered customer number ${p.number} meanwhile. We have asked there whether you should join; the answer will come to this address.`,
  },
  completed: {
    subject: 'Welcome to the customer portal',
    opening: (p) =>
      `Your access for ${p.customer} is set up. You sign in with customer number ${p.number}, this e-mail address and your password.`,
    notYou: 'It was not you? Please call us at once.',
    link: 'Sign in',
  },
  join: {
    subject: (p) => `${p.name} would like to act for your company`,
    opening: (p) =>
      `${p.name} has registered in the customer portal with your customer number. You decide whether this person belongs to you and what they may do.`,
    warning: 'Name and e-mail address have not been checked. If you do not know the person, decline.',
    link: 'See and decide',
    everybody: 'All administrators receive this e-mail; it is enough if one of them answers.',
  },
};

export const letterWords = { de, en };
