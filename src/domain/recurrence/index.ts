export { earliestStart, firstDateInTime, openDays } from './limits.ts';
export { type Fate, firstOpenDayAfter, type IsOpen, type Occurrence, occurrences } from './occurrences.ts';
export {
  type Exception,
  isPatternDate,
  type OnHoliday,
  type Pause,
  type Plan,
  type PlanVersion,
  pauseOn,
  versionOn,
} from './plan.ts';
