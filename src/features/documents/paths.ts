import type { DocumentFolder, DocumentRole } from '../../domain/documents/index.ts';

/** The place of all documents. */
export const DOCUMENTS_PATH = '/rechnungen-und-berichte';

/** The tabs of the place. Numbers of documents begin with a capital or a digit, so none can be a number. */
export const FOLDER_PATHS: Readonly<Record<DocumentFolder, string>> = {
  invoices: DOCUMENTS_PATH,
  reports: `${DOCUMENTS_PATH}/wochenberichte`,
  receipts: `${DOCUMENTS_PATH}/belege`,
};
export const YEAR_PATH = `${DOCUMENTS_PATH}/jahr`;
export const ZIP_PATH = `${DOCUMENTS_PATH}/zip`;
export const LIST_PATH = `${DOCUMENTS_PATH}/liste`;
export const READ_PATH = `${DOCUMENTS_PATH}/gelesen`;

/** The page of one document. */
export const documentHref = (number: string) => `${DOCUMENTS_PATH}/${encodeURIComponent(number)}`;

/** Its PDF to look at, and each of its files to take along. */
export const previewHref = (number: string) => `${documentHref(number)}/vorschau`;
export const fileHref = (number: string, role: DocumentRole) => `${documentHref(number)}/${role}`;

/** At the desk: taking over, and what has not arrived. */
export const DESK_DOCUMENTS = '/desk/dokumente';
/** A copy came back. */
export const returnedHref = (deliveryId: number | string) => `${DESK_DOCUMENTS}/kopien/${deliveryId}/zurueck`;
export const resendHref = (deliveryId: number | string) => `${DESK_DOCUMENTS}/kopien/${deliveryId}/senden`;
