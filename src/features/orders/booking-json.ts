import { noted, rowId } from '../../web/api.ts';
import { Booking } from './schemas.ts';

const { slot, reference, driverHint } = Booking.shape;

/** What every booking says in JSON; the same as its form, but for ids, which are numbers here. */
export const bookingJson = {
  slot: noted(
    slot,
    { de: 'Ein Fenster aus den buchbaren', en: 'A window out of those that can be booked' },
    { pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}$', examples: ['2026-11-30T10:00'] },
  ),
  addressId: rowId,
  costCentreId: rowId.optional(),
  reference: noted(reference, { de: 'Eigenes Zeichen der Firma', en: 'The firm’s own reference' }),
  driverHint: noted(driverHint, {
    de: 'Hinweis für die Zustellung oder Abholung',
    en: 'Hint for the driver',
  }),
};
