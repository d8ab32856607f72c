export { decodeText } from './decode.ts';
export { type CsvRow, type CsvTable, readCsv } from './read.ts';
export { streamCsv, UnreadableCsv } from './stream.ts';
export { type CsvCell, csvChunks, writeCsv } from './write.ts';
