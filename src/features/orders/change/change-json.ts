import { text } from '../../../platform/input.ts';
import { closedObject, noted, rowId } from '../../../web/api.ts';
import { bookingJson } from '../booking-json.ts';
import { versionToChange } from '../order-json.ts';
import { Quantities } from '../schemas.ts';

/** Stays as it is where it is left out: for programs that only move a date. */
export const ChangeJson = closedObject({
  version: versionToChange,
  slot: bookingJson.slot.optional(),
  addressId: rowId.optional(),
  costCentreId: noted(rowId.nullable().optional(), { de: 'null: keine', en: 'null: none' }),
  reference: noted(text(60).optional(), {
    de: 'Eigenes Zeichen der Firma',
    en: 'The firm’s own reference',
  }),
  driverHint: noted(text(500).optional(), {
    de: 'Hinweis für die Zustellung oder Abholung',
    en: 'Hint for the driver',
  }),
  quantities: noted(
    Quantities.optional(),
    {
      de: 'Nur bei Waren: alle Stückzahlen nach Code; was fehlt, wird nicht mehr geliefert',
      en: 'For goods only: all pieces by code; what is missing is no longer delivered',
    },
    { examples: [{ BOX_SMALL: 3 }] },
  ),
});
