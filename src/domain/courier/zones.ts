import { longestPrefix, type PostcodePrefix } from '../zones/index.ts';

/** How far apart two zones are. The fare hangs on it; without a map that is as exact as it can be promised. */
export const DISTANCES = ['near', 'city', 'region'] as const;
export type Distance = (typeof DISTANCES)[number];

/** Which postcodes lie in which zone: the longest beginning counts. */
export interface ZoneMap {
  readonly prefixes: readonly PostcodePrefix[];
  /** How far two zones are from each other, whichever comes first; a zone to itself as well. */
  readonly distances: readonly {
    readonly one: string;
    readonly other: string;
    readonly distance: Distance;
  }[];
}

/** The zone of a postcode; undefined where no courier goes. */
export const zoneOf = (postcode: string, { prefixes }: ZoneMap): string | undefined =>
  longestPrefix(postcode, prefixes);

/** How far it is from one zone to another; undefined where no courier goes between them. */
export const distanceOf = (from: string, to: string, { distances }: ZoneMap): Distance | undefined =>
  distances.find(({ one, other }) => (one === from && other === to) || (one === to && other === from))
    ?.distance;
