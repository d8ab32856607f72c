import type { Route } from '../../web/index.ts';
import { faqRoutes } from './faq/routes.tsx';
import { inquiryRoutes } from './inquiries/routes.tsx';

export { readServicePromise, type ServicePromise } from './hours/queries.ts';
export { hoursView } from './hours/view.ts';
export { inquiryAnswered, inquiryJobs } from './inquiries/jobs.ts';
export { inquiryHandlers } from './inquiries/letters.ts';
export { CONTACT, HELP, INQUIRIES } from './paths.ts';

export const helpRoutes: readonly Route[] = [...faqRoutes, ...inquiryRoutes];
