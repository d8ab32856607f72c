import type { SettingServices } from './document/set-invoice.ts';

/** What the jobs of invoicing work with. */
export interface JobServicesOfInvoices extends SettingServices {
  /** Opens the sealed account numbers of mandates. */
  readonly appKey: string;
}
