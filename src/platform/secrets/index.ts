export { seal, Unsealable, unseal } from './seal.ts';
export { slowHash, verifySlowHash } from './slow-hash.ts';
