export { catalogueApi } from './api.ts';
export {
  type Catalogue,
  chosenOffer,
  offeredDays,
  type Product,
  type Service,
  type StandingTerms,
  type TourZone,
} from './catalogue.ts';
export { catalogueAt, type LocalCatalogue } from './catalogue-at.ts';
export { type MailPrice, type MailProduct, type MailVat, mailPriceOn } from './mail-products.ts';
export { type NotOffered, notOfferedAt } from './not-offered.ts';
export { readCalendar, readCatalogue, readMailProducts } from './queries.ts';
