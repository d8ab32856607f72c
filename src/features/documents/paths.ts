/** The place of all documents. */
export const DOCUMENTS_PATH = '/rechnungen-und-berichte';

/** The page of one document. */
export const documentHref = (number: string) => `${DOCUMENTS_PATH}/${encodeURIComponent(number)}`;
