import type { Words } from '../../../platform/i18n/index.ts';

const de = {
  title: 'Anschriften',
  lead: 'Wohin wir liefern, wo wir abholen und wohin Ihre Rechnungen gehen.',
  add: 'Anschrift hinzufügen',
  newTitle: 'Neue Anschrift',
  removeTitle: (p: { label: string }) => `Anschrift „${p.label}“ entfernen`,
  removeQuestion: 'Möchten Sie diese Anschrift entfernen?',
  removeText: 'Sie wird dann beim Bestellen und Buchen nicht mehr angeboten.',
  removeYes: 'Ja, entfernen',
  removeNo: 'Nein, behalten',
  removeDefault:
    'Das ist Ihre Standard-Rechnungsanschrift. Bestimmen Sie zuerst eine andere dazu, dann können Sie diese entfernen.',
  isRemoved: (p: { at: string }) => `Diese Anschrift wurde am ${p.at} entfernt.`,
  upcoming: (p: { count: string; one: boolean }) =>
    p.one
      ? 'Ein gebuchter Auftrag geht noch an diese Anschrift. Er behält sie so, wie sie bei der Buchung war.'
      : `${p.count} gebuchte Aufträge gehen noch an diese Anschrift. Sie behalten sie so, wie sie bei der Buchung war.`,
  caption: 'Ihre Anschriften',
  address: 'Anschrift',
  uses: 'Verwendung',
  usesShort: {
    billing: 'Rechnung',
    delivery: 'Lieferung',
    pickup: 'Abholung',
    default: 'Rechnung (Standard)',
  },
  labelHint: 'Wie Sie sie selbst nennen, zum Beispiel „Kanzlei“ oder „Lager Nord“.',
  driverHintHint: 'Zum Beispiel Klingel, Stockwerk, Einfahrt. Die Fahrerin oder der Fahrer liest es vor Ort.',
  isDefault: 'Dies ist Ihre Standard-Rechnungsanschrift. Um das zu ändern, wählen Sie eine andere dazu.',
  contact: 'Ansprechperson vor Ort',
  fields: {
    label: 'Bezeichnung',
    recipient: 'Empfänger',
    street: 'Straße und Hausnummer',
    postcode: 'Postleitzahl',
    city: 'Ort',
    isBilling: 'Rechnungen',
    isDelivery: 'Lieferungen',
    isPickup: 'Abholungen',
    isDefaultBilling: 'Standard-Rechnungsanschrift',
    contactName: 'Ansprechperson vor Ort',
    contactPhone: 'Telefon vor Ort',
    driverHint: 'Hinweis für die Fahrerin oder den Fahrer',
  },
  did: {
    'address.add': (p: { who: string; name: string }) =>
      `${p.who} hat die Anschrift${quoted(p.name)} angelegt`,
    'address.change': (p: { who: string; name: string }) =>
      `${p.who} hat die Anschrift${quoted(p.name)} geändert`,
    'address.remove': (p: { who: string; name: string }) =>
      `${p.who} hat die Anschrift${quoted(p.name)} entfernt`,
  },
  warningTitle: 'Stimmt die Postleitzahl?',
  warning: {
    'not-five-digits': () => 'Sie hat nicht fünf Ziffern.',
    'not-assigned': () => 'Mit diesen Ziffern beginnt keine deutsche Postleitzahl.',
    'not-in-city': (p: { city: string }) => `Diese Postleitzahl liegt nicht in ${p.city}.`,
  },
  warningConfirm: 'Postleitzahl und Ort sind so richtig',
  notServed: 'An diese Anschrift fahren wir zurzeit nicht',
  notServedText: (p: { postcode: string; services: string }) =>
    `Die Postleitzahl ${p.postcode} gehört zu keinem unserer Tourgebiete. Nicht angeboten werden dort: ${p.services}.`,
  notServedShort: 'Keine Tour dorthin',
  done: {
    add: 'Die Anschrift ist angelegt.',
    change: 'Die Anschrift ist gespeichert.',
    remove: 'Die Anschrift ist entfernt.',
  },
};

const quoted = (name: string) => (name ? ` „${name}“` : '');
const quotedEn = (name: string) => (name ? ` “${name}”` : '');

const en: Words<typeof de> = {
  title: 'Addresses',
  lead: 'Where we deliver, where we collect, and where your invoices go.',
  add: 'Add an address',
  newTitle: 'New address',
  removeTitle: (p) => `Remove the address “${p.label}”`,
  removeQuestion: 'Do you want to remove this address?',
  removeText: 'It will no longer be offered when you order or book.',
  removeYes: 'Yes, remove',
  removeNo: 'No, keep',
  removeDefault:
    'This is your default billing address. Choose another one first, then you can remove this one.',
  isRemoved: (p) => `This address was removed on ${p.at}.`,
  upcoming: (p) =>
    p.one
      ? 'One booked order still goes to this address. It keeps the address as it was when it was booked.'
      : `${p.count} booked orders still go to this address. They keep it as it was when they were booked.`,
  caption: 'Your addresses',
  address: 'Address',
  uses: 'Used for',
  usesShort: { billing: 'Bills', delivery: 'Deliveries', pickup: 'Pickups', default: 'Bills (default)' },
  labelHint: 'What you call it yourselves, for example “Head office” or “North warehouse”.',
  driverHintHint: 'For example the bell, the floor, the entrance. The driver reads it on site.',
  isDefault: 'This is your default billing address. To change that, choose another one.',
  contact: 'Contact on site',
  fields: {
    label: 'Name of the address',
    recipient: 'Recipient',
    street: 'Street and number',
    postcode: 'Postcode',
    city: 'Town',
    isBilling: 'Invoices',
    isDelivery: 'Deliveries',
    isPickup: 'Pickups',
    isDefaultBilling: 'Default billing address',
    contactName: 'Contact on site',
    contactPhone: 'Phone on site',
    driverHint: 'Note for the driver',
  },
  did: {
    'address.add': (p) => `${p.who} added the address${quotedEn(p.name)}`,
    'address.change': (p) => `${p.who} changed the address${quotedEn(p.name)}`,
    'address.remove': (p) => `${p.who} removed the address${quotedEn(p.name)}`,
  },
  warningTitle: 'Is the postcode right?',
  warning: {
    'not-five-digits': () => 'It does not have five digits.',
    'not-assigned': () => 'No German postcode begins with these digits.',
    'not-in-city': (p) => `This postcode is not in ${p.city}.`,
  },
  warningConfirm: 'Postcode and town are right as they are',
  notServed: 'We do not come to this address at present',
  notServedText: (p) =>
    `The postcode ${p.postcode} belongs to none of our tour zones. Not offered there: ${p.services}.`,
  notServedShort: 'No tour goes there',
  done: {
    add: 'The address has been added.',
    change: 'The address has been saved.',
    remove: 'The address has been removed.',
  },
};

export const words = { de, en };
