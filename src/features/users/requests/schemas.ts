import { z } from 'zod';
import { RIGHTS } from '../../../domain/rights.ts';
import { rowId } from '../members/schemas.ts';

export const RequestRight = z.object({ right: z.enum(RIGHTS) });
export type RequestRight = z.input<typeof RequestRight>;

export const AnswerRequest = z.object({ requestId: rowId, isGranted: z.boolean() });
export type AnswerRequest = z.input<typeof AnswerRequest>;
