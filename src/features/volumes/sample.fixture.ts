import type { TestDatabase } from '../../../test/support/database.ts';
import type { VolumeSource } from './import/import-volumes.ts';

/** Codes of two mail products. */
export async function twoProducts({ owner }: TestDatabase): Promise<[string, string]> {
  const rows = await owner.sql<{ code: string }>(
    "select code from mail_product where family = 'letter' order by code limit 2",
  );
  const [first, second] = rows.map(({ code }) => code);
  if (!first || !second) throw new Error('there are no mail products');
  return [first, second];
}

/** A file of the sorting machine, in pieces of so many bytes. */
export function fileOf(name: string, text: string, size = 1000): VolumeSource {
  const bytes = Buffer.from(text);
  return {
    name,
    async *open() {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    },
  };
}

export const HEADER = 'Kundennummer;Datum;Produkt;Kostenstelle;Stück;Gewicht (g)';
