import type { Words } from '../../platform/i18n/index.ts';

const de = {
  title: 'Vorlagen',
  lead: 'Was Ihre Firma immer wieder bestellt: Angaben unter einem Namen, für alle, die für Ihre Firma bestellen.',
  caption: 'Vorlagen Ihrer Firma',
  name: 'Name',
  nameHint: 'Zum Beispiel „Briefmarken Empfang“.',
  service: 'Leistung',
  contents: 'Angaben',
  actions: 'Aktionen',
  order: 'Bestellen',
  edit: 'Bearbeiten',
  editTitle: (p: { name: string }) => `Vorlage „${p.name}“`,
  save: 'Speichern',
  remove: 'Vorlage löschen',
  removeText: 'Aufträge, die mit ihr bestellt wurden, bleiben unverändert.',
  none: 'Noch keine Vorlagen',
  noneText: 'Öffnen Sie einen Auftrag und speichern Sie seine Angaben als Vorlage.',
  toOrders: 'Zu den Aufträgen',
  gone: 'Davon ist nichts mehr im Angebot.',
  partlyGone: 'Manches ist nicht mehr im Angebot oder nicht mehr hinterlegt; es fehlt dann im Formular.',
  done: {
    saved: 'Die Vorlage ist gespeichert.',
    renamed: 'Die Vorlage ist umbenannt.',
    removed: 'Die Vorlage ist gelöscht.',
  },
  fromOrder: 'Als Vorlage speichern',
};

const en: Words<typeof de> = {
  title: 'Templates',
  lead: 'What your company orders again and again: details under a name, for everybody who orders for your company.',
  caption: 'Templates of your company',
  name: 'Name',
  nameHint: 'For example “Stamps reception”.',
  service: 'Service',
  contents: 'Details',
  actions: 'Actions',
  order: 'Order',
  edit: 'Edit',
  editTitle: (p) => `Template “${p.name}”`,
  save: 'Save',
  remove: 'Delete the template',
  removeText: 'Orders that were placed with it stay as they are.',
  none: 'No templates yet',
  noneText: 'Open an order and save its details as a template.',
  toOrders: 'To the orders',
  gone: 'Nothing of it is on offer any more.',
  partlyGone: 'Some of it is no longer on offer or no longer stored; it will be missing in the form.',
  done: {
    saved: 'The template is saved.',
    renamed: 'The template is renamed.',
    removed: 'The template is deleted.',
  },
  fromOrder: 'Save as a template',
};

export const words = { de, en };
