export { isSamePlace, type Place, placeOf } from './place.ts';
export { readPrefixList, writePrefixList } from './prefix-list.ts';
export { longestPrefix, type PostcodePrefix } from './prefixes.ts';
export { zonePoolCode, zonePoolName } from './zone-pool.ts';
