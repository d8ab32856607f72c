/** What the key of a sealed file is made for, and whose it is: one file opens as itself only. */
export const FILE_PURPOSE = 'debit-file';
export const fileOwner = (number: string): string => `debit file ${number}`;
