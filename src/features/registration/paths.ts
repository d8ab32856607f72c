import { REGISTER } from '../sign-in/index.ts';

/** Addresses of this folder (they are German words in both languages). */
export const RECEIVED = `${REGISTER}/eingegangen`;
export const COMPLETED = `${REGISTER}/fertig`;
export const confirmationHref = (token: string) => `${REGISTER}/bestaetigen/${token}`;
