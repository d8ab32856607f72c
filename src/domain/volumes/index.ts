export {
  type KnownNames,
  readVolume,
  type TypedVolume,
  VOLUME_FIELDS,
  type Volume,
  type VolumeField,
} from './read-volume.ts';
