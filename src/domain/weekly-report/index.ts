export { type Finding, type Pieces, total, unusual, type WeekFacts } from './unusual.ts';
export {
  type IsoWeek,
  reportableWeeks,
  reportDate,
  reportNumber,
  sameWeekLastYear,
  weekBefore,
  weekOf,
} from './week.ts';
