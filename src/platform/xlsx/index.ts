export { type XlsxCell, type XlsxMoney, type XlsxTable, xlsxChunks } from './write.ts';
