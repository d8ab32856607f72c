import type { Config } from '../config.ts';
import { activationCode } from './activation-code.ts';
import { backup, restoreCommand } from './backup.ts';
import { companyChanges } from './company-changes.ts';
import { doctor } from './doctor/index.ts';
import { documentsCommand } from './documents.ts';
import { importCustomers } from './import-customers.ts';
import { importVolumesCommand } from './import-volumes.ts';
import { invoicesCommand } from './invoices.ts';
import { loadCarrier } from './load-carrier.ts';
import { mainContact } from './main-contact.ts';
import { migrateCommand } from './migrate.ts';
import { registrations } from './registrations.ts';
import { resetSecondFactorCommand } from './reset-second-factor.ts';
import { demo, serve } from './serve.ts';
import { staff } from './staff.ts';
import { work } from './work.ts';

/** One thing that `bin/portal` can do. */
export interface Command {
  readonly help: string;
  readonly run: (config: Config, words: readonly string[]) => Promise<void>;
}

export const commands: Readonly<Record<string, Command>> = {
  serve: {
    help: 'starts the portal (and, without DATABASE_URL, its own PostgreSQL with the demo)',
    run: serve,
  },
  work: { help: 'works on the jobs without pages, beside serve --without-jobs', run: work },
  demo: { help: 'starts the demo, whatever DATABASE_URL says', run: demo },
  migrate: { help: 'brings the database of DATABASE_URL up to date', run: migrateCommand },
  backup: { help: 'writes everything to a file, beside a portal that runs: backup FILE', run: backup },
  restore: { help: 'fills an empty database with a backup: restore FILE', run: restoreCommand },
  doctor: {
    help: 'looks at everything that the portal hangs on: doctor [--json] [--audit-head NUMBER:HASH]',
    run: doctor,
  },
  staff: {
    help: 'accounts of the desk: staff list|create|new-password|reset-second-factor|deactivate …',
    run: staff,
  },
  'load-carrier': {
    help: 'fills an empty database with a carrier and its catalogue: load-carrier FOLDER',
    run: loadCarrier,
  },
  'import-customers': {
    help: 'enters firms, which then register themselves: import-customers FILE --clerk NAME',
    run: importCustomers,
  },
  'import-volumes': {
    help: 'takes the volumes of a file of the sorting machine: import-volumes FILE [--clerk NAME]',
    run: importVolumesCommand,
  },
  invoices: {
    help: 'the monthly run: invoices preview|issue MONTH, invoices status [RUN] --clerk NAME',
    run: invoicesCommand,
  },
  documents: {
    help: 'takes documents over from another system: documents import FOLDER|FILE --clerk NAME',
    run: documentsCommand,
  },
  'activation-code': {
    help: 'issues the code that a firm without users registers with: activation-code NUMBER --clerk NAME',
    run: activationCode,
  },
  registrations: {
    help: 'shows the registrations that wait for the desk: registrations [approve|decline ID --clerk NAME]',
    run: registrations,
  },
  'company-changes': {
    help: 'shows the firms that ask for another name: company-changes [accept|decline ID --clerk NAME]',
    run: companyChanges,
  },
  'main-contact': {
    help: 'gives a firm without administrators a new main contact: main-contact [propose|agree|withdraw …]',
    run: mainContact,
  },
  'reset-second-factor': {
    help: 'for somebody who has lost app, passkey and codes: reset-second-factor NUMBER E-MAIL --clerk NAME',
    run: resetSecondFactorCommand,
  },
};
