export { decimalCents } from './decimal-cents.ts';
export {
  type FileProblem,
  MOST_FILE_BYTES,
  MOST_FILE_MEGABYTES,
  pdfProblem,
  xmlProblem,
} from './file-form.ts';
export {
  DOCUMENT_FOLDERS,
  DOCUMENT_KINDS,
  DOCUMENT_ROLES,
  DOCUMENT_STATES,
  type DocumentFolder,
  type DocumentKind,
  type DocumentRole,
  type DocumentState,
  FOLDER_OF,
  firstState,
  MEDIA_TYPES,
  openIn,
} from './kinds.ts';
export { isNews, NEWS_DAYS } from './news.ts';
export { retainUntil } from './retention.ts';
