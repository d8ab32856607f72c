export { type Backup, backUp } from './back-up.ts';
export { UnusableBackup } from './format.ts';
export { type Restored, restore } from './restore.ts';
