export { type CountedItem, countProblems, differing } from './count.ts';
export {
  type AnnouncedItem,
  CONTAINER_KINDS,
  type ContainerKind,
  type Containers,
  gramsField,
  itemProblems,
  type MailLimits,
  MOST_CONTAINERS,
  MOST_GRAMS,
  MOST_PIECES,
  piecesField,
  totalGrams,
} from './items.ts';
export { makeManifestCode, parseManifestCode } from './manifest-code.ts';
export { type Cheaper, type Postage, postage, type SmallMailingTerms } from './postage.ts';
