export { catalogueApi } from './api.ts';
export { type Catalogue, offeredDays, type Product, type Service } from './catalogue.ts';
export { readCatalogue } from './queries.ts';
