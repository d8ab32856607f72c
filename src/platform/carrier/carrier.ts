import { type Database, query } from '../db/database.ts';
import type { Text } from '../i18n/index.ts';

/** Who runs this portal: identity, contact and colours. Configuration, not code. */
export interface Carrier {
  readonly name: string;
  readonly legalName: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly phone: string;
  readonly phoneHours: Text;
  readonly email: string;
  readonly vatId: string;
  readonly register: string;
  readonly representatives: string;
  readonly supervisoryAuthority: string;
  readonly accentColour: string;
  readonly timeZone: string;
  /** Sample data: the carrier does not exist. */
  readonly isSample: boolean;
}

/** The carrier of this installation; undefined while the database holds none. Read once, at start. */
export async function findCarrier(db: Database): Promise<Carrier | undefined> {
  const [row] = await db.all(query.selectFrom('carrier').selectAll());
  return (
    row && {
      name: row.name,
      legalName: row.legal_name,
      street: row.street,
      postcode: row.postcode,
      city: row.city,
      phone: row.phone,
      phoneHours: row.phone_hours,
      email: row.email,
      vatId: row.vat_id,
      register: row.register,
      representatives: row.representatives,
      supervisoryAuthority: row.supervisory_authority,
      accentColour: row.accent_colour,
      timeZone: row.time_zone,
      isSample: row.is_sample,
    }
  );
}
