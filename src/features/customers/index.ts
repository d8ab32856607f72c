export { customerApi } from './api.ts';
export { findBookingDetails } from './booking-details.ts';
export {
  type Address,
  type AddressUse,
  addressesFor,
  type CostCentre,
  openCostCentres,
  setPersonLanguage,
} from './queries.ts';
export { RegisterCustomer, registerCustomer } from './register-customer.ts';
