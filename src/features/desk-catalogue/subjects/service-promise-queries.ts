import type { Subject } from '../subject.ts';
import { SERVICE_HOURS_CODE } from './service-hours-code.ts';

export const servicePromiseQueries: Pick<Subject, 'find' | 'affected' | 'write'> = {
  async find(tx, code) {
    if (code !== SERVICE_HOURS_CODE) return undefined;
    const [row] = await tx.sql<{ replyHours: number; visitorInquiryMonths: number }>(
      `select reply_hours as "replyHours", visitor_inquiry_months as "visitorInquiryMonths" from carrier`,
    );
    return row && { name: { de: 'Kundenbetreuung', en: 'Customer service' }, values: { ...row } };
  },
  affected: () => Promise.resolve(0),
  async write(tx, _code, values) {
    await tx.sql('update carrier set reply_hours = $1, visitor_inquiry_months = $2', [
      values.replyHours,
      values.visitorInquiryMonths,
    ]);
  },
};
