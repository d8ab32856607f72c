import { z } from 'zod';
import { transaction } from '../../platform/context.ts';
import { actingPerson } from '../../platform/person-scope.ts';
import { apiRoute, instant, noted, rowId } from '../../web/api.ts';
import { customerCtx, type Route } from '../../web/index.ts';
import { listNotices } from './queries.ts';

const NoticeJson = z
  .object({
    id: rowId,
    kind: z.string(),
    order: z.string().nullable(),
    deadline: instant.nullable(),
    at: instant,
    isNew: z.boolean(),
    step: noted(z.object({ at: instant, name: z.string() }).nullable(), {
      de: 'Schritt einer Kurierfahrt: wann, und wer fährt oder entgegennahm',
      en: 'A step of a courier ride: when, and who rides or who took it',
    }),
  })
  .meta({ id: 'Notice' });

const MOST = 100;

export const noticeApi: readonly Route[] = [
  apiRoute({
    method: 'GET',
    path: '/api/v1/notices',
    access: 'signed-in',
    api: {
      summary: { de: 'Die letzten 100 Mitteilungen', en: 'The last 100 notices' },
      output: z.object({ notices: z.array(NoticeJson) }),
    },
    async handle(request) {
      const ctx = customerCtx(request);
      const { personId } = actingPerson(ctx);
      const { rows } = await transaction(ctx, (tx) => listNotices(tx, personId, undefined, MOST));
      return {
        notices: rows.map((notice) => ({
          id: notice.id,
          kind: notice.kind,
          order: notice.number,
          deadline: notice.deadline?.toString() ?? null,
          at: notice.createdAt.toString(),
          isNew: notice.readAt === null,
          step: notice.stepAt ? { at: notice.stepAt.toString(), name: notice.stepName ?? '' } : null,
        })),
      };
    },
  }),
];
