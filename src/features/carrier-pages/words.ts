import type { Words } from '../../platform/i18n/index.ts';

const de = {
  imprint: {
    title: 'Impressum',
    provider: 'Anbieter',
    representatives: 'Vertreten durch',
    contact: 'Kontakt',
    phone: 'Telefon',
    email: 'E-Mail',
    register: 'Handelsregister',
    vatId: 'Umsatzsteuer-Identifikationsnummer',
    authority: 'Aufsichtsbehörde',
    sample: 'Beispieldaten: Dieses Unternehmen gibt es nicht.',
  },
  privacy: {
    title: 'Datenschutz',
    lead: 'Welche Daten das Portal verarbeitet, wozu, und wie lange.',
    sections: [
      [
        'Wer verantwortlich ist',
        'Verantwortlich ist der im Impressum genannte Anbieter. Unter seiner E-Mail-Adresse erreichen Sie uns auch mit Fragen zum Datenschutz.',
      ],
      [
        'Welche Daten wir verarbeiten',
        'Name, E-Mail-Adresse und Sprache der Benutzer, Anschriften und Ansprechpartner Ihrer Firma, Ihre Aufträge mit ihren Terminen, und ein Protokoll darüber, wer was geändert hat. Zu jeder Sitzung das Gerät, wie es sich selbst nennt, und sein Netz, nicht die ganze Adresse. Passwörter speichern wir nur so, dass niemand sie lesen kann.',
      ],
      [
        'Wozu',
        'Um Ihre Aufträge auszuführen und abzurechnen (Art. 6 Abs. 1 Buchst. b DSGVO), um gesetzliche Pflichten zu erfüllen (Buchst. c) und um das Portal vor Missbrauch zu schützen (Buchst. f).',
      ],
      [
        'Cookies',
        'Das Portal setzt ein Cookie, das Ihre Anmeldung zusammenhält und mit dem Browser endet. Ein zweites setzt es nur, wenn Sie einem Gerät vertrauen wollen: Daran erkennen wir dieses Gerät 30 Tage lang wieder. Inhalte fremder Anbieter werden nicht geladen.',
      ],
      [
        'Wie lange',
        'Aufträge und Belege bewahren wir so lange auf, wie das Handels- und Steuerrecht es verlangt. Anmeldedaten löschen wir, wenn der Benutzer gelöscht wird.',
      ],
      [
        'Ihre Rechte',
        'Sie können Auskunft, Berichtigung, Löschung, Einschränkung und Übertragung Ihrer Daten verlangen und sich bei einer Aufsichtsbehörde beschweren.',
      ],
    ] as [string, string][],
  },
  accessibility: {
    title: 'Barrierefreiheit',
    lead: 'Dieses Portal soll für alle benutzbar sein.',
    sections: [
      [
        'Unser Maßstab',
        'Das Portal richtet sich nach den Web Content Accessibility Guidelines (WCAG) 2.2, Stufe AA. Jede Seite wird automatisch geprüft, in hellen und dunklen Farben. Eine Prüfung mit Menschen, die auf Hilfsmittel angewiesen sind, steht noch aus.',
      ],
      [
        'Ohne Maus, ohne Skripte',
        'Alles lässt sich mit der Tastatur bedienen, und die Kernaufgaben gehen auch ohne JavaScript.',
      ],
      [
        'Eine Hürde melden',
        'Wenn etwas nicht zugänglich ist, rufen Sie uns an oder schreiben Sie uns. Wir helfen sofort und beheben die Ursache.',
      ],
    ] as [string, string][],
  },
  contact: { phone: 'Telefon', hours: 'Erreichbar', email: 'E-Mail' },
};

const en: Words<typeof de> = {
  imprint: {
    title: 'Legal notice',
    provider: 'Provider',
    representatives: 'Represented by',
    contact: 'Contact',
    phone: 'Phone',
    email: 'E-mail',
    register: 'Commercial register',
    vatId: 'VAT identification number',
    authority: 'Supervisory authority',
    sample: 'Sample data: this company does not exist.',
  },
  privacy: {
    title: 'Privacy',
    lead: 'Which data the portal processes, what for, and for how long.',
    sections: [
      [
        'Who is responsible',
        'The provider named in the legal notice is the controller. Its e-mail address is also open for questions about data protection.',
      ],
      [
        'Which data we process',
        'Name, e-mail address and language of the users, addresses and contacts of your company, your orders with their dates, and a log of who changed what. For each session the device as it calls itself and its network, not the whole address. Passwords are stored so that nobody can read them.',
      ],
      [
        'What for',
        'To carry out and charge your orders (Art. 6 (1) (b) GDPR), to meet legal duties (c), and to protect the portal against abuse (f).',
      ],
      [
        'Cookies',
        'The portal sets one cookie, which holds your session together and ends with the browser. It sets a second one only if you want to trust a device: by it we recognise this device for 30 days. Nothing is loaded from third parties.',
      ],
      [
        'For how long',
        'We keep orders and documents as long as commercial and tax law demand. Sign-in data is deleted when the user is deleted.',
      ],
      [
        'Your rights',
        'You may ask for access, rectification, erasure, restriction and portability of your data, and complain to a supervisory authority.',
      ],
    ],
  },
  accessibility: {
    title: 'Accessibility',
    lead: 'This portal is meant to be usable by everybody.',
    sections: [
      [
        'Our standard',
        'The portal follows the Web Content Accessibility Guidelines (WCAG) 2.2, level AA. Every page is checked automatically, in light and dark colours. A check with people who depend on assistive technology is still to come.',
      ],
      [
        'Without a mouse, without scripts',
        'Everything can be operated by keyboard, and the core tasks work without JavaScript.',
      ],
      [
        'Report a barrier',
        'If something is not accessible, call us or write to us. We help at once and mend the cause.',
      ],
    ],
  },
  contact: { phone: 'Phone', hours: 'Hours', email: 'E-mail' },
};

export const words = { de, en };
