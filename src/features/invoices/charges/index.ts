export type { ChargeSource, Charges } from './charge.ts';
export { collectCharges } from './collect.ts';
export { NoPrice } from './volume-charges.ts';
