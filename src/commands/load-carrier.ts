import type { Config } from '../config.ts';
import { loadCatalogue, loadFaq } from '../demo/index.ts';
import { openDatabase } from '../platform/db/database.ts';
import { CannotStart } from './cannot-start.ts';
import { openInstallation } from './installation.ts';

/** Fills an empty database with the carrier, services, products and holidays of a folder like `seeds/`. */
export async function loadCarrier(config: Config, [folder]: readonly string[]): Promise<void> {
  if (!folder)
    throw new CannotStart(
      'Which folder? It holds carrier.json, services.json, products.json, holidays.json.',
    );
  const installation = await openInstallation(config, () => {});
  const owner = openDatabase({ url: installation.ownerUrl, maxConnections: 1 });
  try {
    const loaded = await loadCatalogue(owner, folder);
    await loadFaq(owner, Temporal.Now.instant());
    process.stdout.write(
      loaded ? 'The carrier is loaded.\n' : 'There is a carrier already; nothing was changed.\n',
    );
  } finally {
    await owner.close();
    await installation.close();
  }
}
