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
  help: {
    title: 'Hilfe und Kontakt',
    lead: 'Antworten auf häufige Fragen, und wie Sie uns erreichen.',
    contact: 'So erreichen Sie uns',
    phone: 'Telefon',
    hours: 'Erreichbar',
    email: 'E-Mail',
    sections: [
      [
        'Ich kann mich nicht anmelden',
        'Sie brauchen drei Angaben: Kundennummer, die E-Mail-Adresse, mit der Sie für diese Kundennummer eingetragen sind, und Ihr Passwort. Die Kundennummer beginnt mit einem „D“, danach folgen nur Ziffern; sie steht auf Ihrer Rechnung oben rechts. Haben Sie das Passwort vergessen, fordern Sie auf der Anmeldeseite ein einmaliges Passwort an.',
      ],
      [
        'Bis wann kann ich stornieren?',
        'Abholungen und Kisten bis 16 Uhr am Kalendertag vor dem Termin. Die genaue Frist steht an jedem Auftrag. Fristgerecht stornierte Leistungen werden nicht ausgeführt und nicht berechnet. Nach der Frist bleibt der Auftrag bestehen und wird berechnet. Briefmarken, Label und Expressabholungen bearbeiten wir sofort: Sie lassen sich im Portal nicht stornieren.',
      ],
      [
        'Was kostet die Lieferung?',
        'Nichts. Briefmarken, Label und Kisten liefern wir kostenlos an eine der Adressen Ihrer Firma.',
      ],
      [
        'Warum fehlt mir ein Knopf?',
        'Was Sie tun dürfen, legen die Personen mit Administratorrechten in Ihrer Firma fest. Bitte wenden Sie sich an sie.',
      ],
    ] as [string, string][],
  },
};

const en: Words<typeof de> = {
  imprint: {
    title: 'Imprint',
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
        'The provider named in the imprint is the controller. Its e-mail address is also open for questions about data protection.',
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
  help: {
    title: 'Help and contact',
    lead: 'Answers to common questions, and how to reach us.',
    contact: 'How to reach us',
    phone: 'Phone',
    hours: 'Hours',
    email: 'E-mail',
    sections: [
      [
        'I cannot sign in',
        'You need three things: the customer number, the e-mail address under which you are registered for it, and your password. The customer number begins with a “D”, followed by digits only; you find it top right on your invoice. If you forgot the password, ask for a one-time password on the sign-in page.',
      ],
      [
        'Until when can I cancel?',
        'Pickups and boxes until 16:00 on the calendar day before. Every order shows its exact deadline. Services cancelled in time are not carried out and not charged. After the deadline the order stands and is charged. We process stamps, labels and express pickups at once: they cannot be cancelled in the portal.',
      ],
      [
        'What does delivery cost?',
        'Nothing. We deliver stamps, labels and boxes free of charge to one of your company’s addresses.',
      ],
      [
        'Why is there no button for me?',
        'The administrators of your company decide what you may do. Please ask them.',
      ],
    ],
  },
};

export const words = { de, en };
