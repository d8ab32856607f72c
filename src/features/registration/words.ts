import type { Words } from '../../platform/i18n/index.ts';

const de = {
  register: {
    title: 'Registrieren',
    lead: 'Ihre Firma ist schon Kunde und hat noch keinen Zugang zum Kundenportal? Hier richten Sie ihn ein.',
    customerNumber: 'Kundennummer',
    customerNumberHint: 'Ein D und danach nur Ziffern. Sie steht auf Ihrer Rechnung oben rechts.',
    email: 'E-Mail-Adresse',
    emailHint: 'Am schnellsten geht es mit der Adresse, an die Ihre Rechnungen gehen.',
    name: 'Vor- und Nachname',
    password: 'Passwort',
    passwordHint:
      'Mindestens 10 Zeichen, zum Beispiel mehrere Wörter. Ohne Kundennummer und ohne den Namen aus Ihrer E-Mail-Adresse.',
    activationCode: 'Aktivierungscode',
    activationCodeHint:
      'Wenn Sie einen haben: Er steht auf der Rechnung oder in einem Brief von uns, zum Beispiel K7QF-93MX-2B8T.',
    submit: 'Registrieren',
    back: 'Zur Anmeldung',
    colleagues:
      'Handeln schon andere für Ihre Firma? Dann fragen wir dort nach, ob Sie dazukommen sollen. Schneller ist eine Einladung von ihnen.',
  },
  demo: {
    title: 'Zum Ausprobieren',
    text: 'Die Kundennummer D100004 ist noch nicht registriert. Mit der ersten Adresse oder mit dem Code geht es sofort; mit beidem nicht, wartet die Registrierung auf den Kundenservice.',
    contact: 'Hinterlegte E-Mail-Adresse',
    code: 'Aktivierungscode',
  },
  received: {
    title: 'Sehen Sie in Ihr Postfach',
    text: 'Wir haben Ihnen eine E-Mail geschickt. Darin steht, wie es weitergeht.',
    help: (p: { phone: string }) =>
      `Nichts angekommen? Sehen Sie auch im Spam-Ordner nach. Unser Service-Telefon hilft Ihnen weiter: ${p.phone}.`,
  },
  confirm: {
    title: 'Registrierung bestätigen',
    lead: (p: { customer: string; number: string }) =>
      `Ihr Zugang für ${p.customer}, Kundennummer ${p.number}.`,
    email: 'E-Mail-Adresse',
    rights: 'Das dürfen Sie dann',
    newPassword: 'Das Passwort, das Sie bei der Registrierung gewählt haben',
    ownPassword: 'Ihr Passwort',
    ownPasswordHint: 'Sie haben schon einen Zugang für eine andere Kundennummer: Es ist dasselbe Passwort.',
    forgotten: 'Sie wissen es nicht mehr? Dann registrieren Sie sich einfach noch einmal.',
    forgottenOwn:
      'Sie wissen es nicht mehr? „Passwort vergessen“ bei der Anmeldung hilft; danach öffnen Sie den Link noch einmal.',
    password: 'Passwort',
    submit: 'Zugang einrichten',
  },
  completed: {
    title: 'Ihr Zugang ist eingerichtet',
    text: 'Melden Sie sich jetzt mit Kundennummer, E-Mail-Adresse und Passwort an.',
    taken: {
      title: 'Ihre Firma ist schon registriert',
      text: 'Jemand anderes aus Ihrer Firma war schneller. Wir haben dort gefragt, ob Sie dazukommen sollen; die Antwort kommt per E-Mail.',
    },
  },
};

const en: Words<typeof de> = {
  register: {
    title: 'Register',
    lead: 'Your company is a customer already and has no access to the customer portal yet? Set it up here.',
    customerNumber: 'Customer number',
    customerNumberHint: 'A D followed by digits only. You find it top right on your invoice.',
    email: 'E-mail address',
    emailHint: 'It is fastest with the address to which your invoices are sent.',
    name: 'First and last name',
    password: 'Password',
    passwordHint:
      'At least 10 characters, for example several words. Without your customer number and without the name in your e-mail address.',
    activationCode: 'Activation code',
    activationCodeHint:
      'If you have one: it is on your invoice or in a letter from us, for example K7QF-93MX-2B8T.',
    submit: 'Register',
    back: 'To sign-in',
    colleagues:
      'Do others act for your company already? Then we ask them whether you should join. An invitation from them is faster.',
  },
  demo: {
    title: 'Try it out',
    text: 'Customer number D100004 is not registered yet. It works at once with the first address or with the code; with neither, the registration waits for customer service.',
    contact: 'E-mail address on file',
    code: 'Activation code',
  },
  received: {
    title: 'Look into your mailbox',
    text: 'We have sent you an e-mail. It tells you how to go on.',
    help: (p) =>
      `Nothing has arrived? Please look into your spam folder, too. Our service phone helps you: ${p.phone}.`,
  },
  confirm: {
    title: 'Confirm the registration',
    lead: (p) => `Your access for ${p.customer}, customer number ${p.number}.`,
    email: 'E-mail address',
    rights: 'You will be allowed to',
    newPassword: 'The password that you chose when you registered',
    ownPassword: 'Your password',
    ownPasswordHint: 'You already have an access for another customer number: it is the same password.',
    forgotten: 'You do not remember it? Then simply register once more.',
    forgottenOwn:
      'You do not remember it? “Forgotten your password?” on the sign-in page helps; after that open the link again.',
    password: 'Password',
    submit: 'Set up access',
  },
  completed: {
    title: 'Your access is set up',
    text: 'Now sign in with customer number, e-mail address and password.',
    taken: {
      title: 'Your company is registered already',
      text: 'Somebody else of your company was faster. We have asked there whether you should join; the answer comes by e-mail.',
    },
  },
};

export const words = { de, en };
