import type { Config } from '../config.ts';

/** One thing that `bin/portal` can do. Its program is loaded when it is asked for, which takes most of a short one. */
export interface Command {
  readonly help: string;
  readonly load: () => Promise<(config: Config, words: readonly string[]) => Promise<void>>;
}

export const commands: Readonly<Record<string, Command>> = {
  serve: {
    help: 'starts the portal (and, without DATABASE_URL, its own PostgreSQL with the demo)',
    load: async () => (await import('./serve.ts')).serve,
  },
  work: {
    help: 'works on the jobs without pages, beside serve --without-jobs',
    load: async () => (await import('./work.ts')).work,
  },
  demo: {
    help: 'starts the demo, whatever DATABASE_URL says',
    load: async () => (await import('./serve.ts')).demo,
  },
  migrate: {
    help: 'brings the database of DATABASE_URL up to date',
    load: async () => (await import('./migrate.ts')).migrateCommand,
  },
  backup: {
    help: 'writes everything to a file, beside a portal that runs: backup FILE',
    load: async () => (await import('./backup.ts')).backup,
  },
  restore: {
    help: 'fills an empty database with a backup: restore FILE',
    load: async () => (await import('./backup.ts')).restoreCommand,
  },
  doctor: {
    help: 'looks at everything that the portal hangs on: doctor [--json] [--audit-head NUMBER:HASH]',
    load: async () => (await import('./doctor/index.ts')).doctor,
  },
  staff: {
    help: 'accounts of the desk: staff list|create|new-password|reset-second-factor|deactivate …',
    load: async () => (await import('./staff.ts')).staff,
  },
  'load-carrier': {
    help: 'fills an empty database with a carrier and its catalogue: load-carrier FOLDER',
    load: async () => (await import('./load-carrier.ts')).loadCarrier,
  },
  'import-customers': {
    help: 'enters firms, which then register themselves: import-customers FILE --clerk NAME',
    load: async () => (await import('./import-customers.ts')).importCustomers,
  },
  'import-volumes': {
    help: 'takes the volumes of a file of the sorting machine: import-volumes FILE [--clerk NAME]',
    load: async () => (await import('./import-volumes.ts')).importVolumesCommand,
  },
  invoices: {
    help: 'the monthly run: invoices preview|issue MONTH, invoices status [RUN] --clerk NAME',
    load: async () => (await import('./invoices.ts')).invoicesCommand,
  },
  documents: {
    help: 'takes documents over from another system: documents import FOLDER|FILE --clerk NAME',
    load: async () => (await import('./documents.ts')).documentsCommand,
  },
  'activation-code': {
    help: 'issues the code that a firm without users registers with: activation-code NUMBER --clerk NAME',
    load: async () => (await import('./activation-code.ts')).activationCode,
  },
  registrations: {
    help: 'shows the registrations that wait for the desk: registrations [approve|decline ID --clerk NAME]',
    load: async () => (await import('./registrations.ts')).registrations,
  },
  'company-changes': {
    help: 'shows the firms that ask for another name: company-changes [accept|decline ID --clerk NAME]',
    load: async () => (await import('./company-changes.ts')).companyChanges,
  },
  'main-contact': {
    help: 'gives a firm without administrators a new main contact: main-contact [propose|agree|withdraw …]',
    load: async () => (await import('./main-contact.ts')).mainContact,
  },
  'reset-second-factor': {
    help: 'for somebody who has lost app, passkey and codes: reset-second-factor NUMBER E-MAIL --clerk NAME',
    load: async () => (await import('./reset-second-factor.ts')).resetSecondFactorCommand,
  },
};
