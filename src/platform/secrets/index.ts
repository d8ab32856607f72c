export { seal, Unsealable, unseal } from './seal.ts';
