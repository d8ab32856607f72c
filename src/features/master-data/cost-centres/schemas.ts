import { z } from 'zod';
import { cleanText, text } from '../../../platform/input.ts';

export const CODE_LENGTH = 20;
export const NAME_LENGTH = 100;

/** As it is stored: one line, without invisible marks. */
export const oneLine = (typed: string): string => cleanText(typed).replaceAll(/\s+/g, ' ');

const line = (maximum: number) => z.string().overwrite(oneLine).min(1).max(maximum);
const name = line(NAME_LENGTH);

/** The code is what bookings and bills carry: it stays, the name may change. */
export const CostCentreValues = z.object({ code: line(CODE_LENGTH), name });
export type CostCentreValues = z.output<typeof CostCentreValues>;

export const CostCentreName = z.object({ name });

/** The filter over the list, as the address carries it. What cannot be read is left out, it hides nothing. */
export const CostCentreQuery = z.object({
  search: text(100).catch(''),
  state: z.enum(['open', 'closed', '']).catch(''),
  after: text(CODE_LENGTH).catch(''),
});
export type CostCentreQuery = z.output<typeof CostCentreQuery>;
