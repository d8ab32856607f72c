export { type ZipEntry, zipNames, zipStream } from './write.ts';
