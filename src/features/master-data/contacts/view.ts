import type { DescriptionItem, Frame } from '../../../ui/index.ts';
import { type FormFields, fieldValue } from '../../../web/index.ts';
import type { HistoryRow } from '../queries.ts';
import type { StoredContact } from './queries.ts';
import type { ContactValues } from './schemas.ts';
import { words } from './words.ts';

export const CONTACTS = '/konto/stammdaten/ansprechpersonen';
export const contactHref = (id: number) => `${CONTACTS}/${id}`;

/** A row of the list. */
export type ContactRow = ContactValues & { readonly href: string };

export const contactRows = (contacts: readonly StoredContact[]): ContactRow[] =>
  contacts.map(({ id, values }) => ({ ...values, href: contactHref(id) }));

/** What the form shows in its fields: as typed, whatever is wrong with it. */
export const typedContact = (fields: FormFields): ContactValues => ({
  name: fieldValue(fields, 'name'),
  role: fieldValue(fields, 'role'),
  phone: fieldValue(fields, 'phone'),
  email: fieldValue(fields, 'email'),
});

/** The contact as facts, for those who may not change it. */
export function contactFacts(values: ContactValues, { language }: Frame): DescriptionItem[] {
  const t = words[language].fields;
  return [
    { term: t.name, value: values.name },
    { term: t.role, value: values.role },
    { term: t.phone, value: values.phone },
    { term: t.email, value: values.email },
  ].filter(({ value }) => value !== '');
}

/** Names the person of a history entry: by the list, or as they were called when they were removed. */
export function namer(contacts: readonly StoredContact[]): (row: HistoryRow) => string {
  const names = new Map(contacts.map(({ id, values }) => [`contact/${id}`, values.name]));
  return ({ object, before, after }) => names.get(object) ?? String(before?.name ?? after?.name ?? '');
}
