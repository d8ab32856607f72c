/** A window of a weekday by what tells it from all others. */
export interface WindowCode {
  readonly pool: string;
  /** ISO, 1 is Monday. */
  readonly weekday: number;
  /** HH:MM. */
  readonly starts: string;
}

const CODE = /^([\w-]{1,40})_([1-7])_([01]\d|2[0-3])([0-5]\d)$/;

/** Reads what {@link writeWindowCode} wrote; undefined for anything else. */
export function readWindowCode(code: string): WindowCode | undefined {
  const [, pool, weekday, hours, minutes] = CODE.exec(code) ?? [];
  return pool ? { pool, weekday: Number(weekday), starts: `${hours}:${minutes}` } : undefined;
}

/** The window as a part of an address: `pickup_1_1000` is Monday at ten. */
export const writeWindowCode = ({ pool, weekday, starts }: WindowCode): string =>
  `${pool}_${weekday}_${starts.replace(':', '')}`;
