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
} from './kinds.ts';
export { retainUntil } from './retention.ts';
