export { customerApi } from './api.ts';
export { findBookingDetails } from './booking-details.ts';
export {
  type Address,
  type AddressUse,
  addressesFor,
  type CostCentre,
  isWantedByDefault,
  type LetterKind,
  openCostCentres,
  priceDisplay,
  setPersonLanguage,
  wantsLetters,
} from './queries.ts';
export { RegisterCustomer, registerCustomer } from './register-customer.ts';
