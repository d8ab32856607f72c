interface Text {
  readonly de: string;
  readonly en: string;
}

/** The code of the pool that a round has in a zone: `pickup-WEST`. */
export const zonePoolCode = (basePool: string, zone: string): string => `${basePool}-${zone}`;

/** What the round is called there. */
export const zonePoolName = (round: Text, zone: Text): Text => ({
  de: `${round.de} ${zone.de}`,
  en: `${round.en} ${zone.en}`,
});
