export { zipNames } from './names.ts';
export { type ZipEntry, type ZipMethod, zipStream } from './write.ts';
