import { findCarrier } from '../platform/carrier/carrier.ts';
import type { Database } from '../platform/db/database.ts';
import {
  insertCalendar,
  insertCarrier,
  insertCouriers,
  insertMailProducts,
  insertPools,
  insertProducts,
  insertServiceHours,
  insertServices,
  insertSites,
  insertTours,
  insertZones,
  serviceCodes,
} from './queries.ts';
import {
  CarrierSeed,
  CouriersSeed,
  HolidaysSeed,
  MailProductsSeed,
  ProductsSeed,
  readOptionalSeed,
  readSeed,
  SEEDS,
  ServicesSeed,
  SitesSeed,
  ToursSeed,
  ZonesSeed,
} from './seeds.ts';

/**
 * Fills the database with a carrier, its services, goods, prices, windows and holidays: the sample one, or that of
 * another folder of the same shape, which may have neither zones nor tours. Does nothing when there is a carrier already, whichever that is.
 * @returns whether it was loaded
 */
export async function loadCatalogue(owner: Database, folder = SEEDS): Promise<boolean> {
  if (await findCarrier(owner)) return false;
  const [
    carrier,
    { pools, services },
    { zones },
    { tours },
    { products },
    mail,
    { sites },
    couriers,
    holidays,
  ] = await Promise.all([
    readSeed(folder, 'carrier', CarrierSeed),
    readSeed(folder, 'services', ServicesSeed),
    readOptionalSeed(folder, 'zones', ZonesSeed, { zones: [] }),
    readOptionalSeed(folder, 'tours', ToursSeed, { tours: [] }),
    readSeed(folder, 'products', ProductsSeed),
    readSeed(folder, 'mail-products', MailProductsSeed),
    readSeed(folder, 'sites', SitesSeed),
    readSeed(folder, 'couriers', CouriersSeed),
    readSeed(folder, 'holidays', HolidaysSeed),
  ]);
  return owner.transaction(undefined, async (tx) => {
    // First of all: of two programs that start at once the second waits here and then finds the carrier.
    if (!(await insertCarrier(tx, carrier))) return false;
    await insertServiceHours(tx, carrier);
    await insertPools(tx, pools);
    await insertZones(tx, zones, pools);
    await insertTours(tx, tours);
    await insertServices(tx, services);
    await insertProducts(tx, products);
    await insertMailProducts(tx, mail.products);
    await insertSites(tx, sites);
    await insertCouriers(tx, couriers);
    await insertCalendar(tx, holidays);
    return true;
  });
}

/** Whether every service of the sample is in the catalogue: later versions of the program bring more of them. */
export async function hasSampleServices(owner: Database): Promise<boolean> {
  const { services } = await readSeed(SEEDS, 'services', ServicesSeed);
  const known = await serviceCodes(owner);
  return services.every(({ code }) => known.includes(code));
}
