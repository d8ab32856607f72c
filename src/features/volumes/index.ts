export { type ImportedVolumes, importVolumes, type VolumeSource } from './import/import-volumes.ts';
export {
  insertVolumes,
  lockUnbilledVolumes,
  type NewVolume,
  type StoredVolume,
  setVolumeInvoice,
  volumeSums,
} from './queries.ts';
export { recordVolume } from './record-volume.ts';
export { volumeRoutes } from './routes.tsx';
