import type { Route } from '../../web/index.ts';
import { faqRoutes } from './faq/routes.tsx';
import { inquiryRoutes } from './inquiries/routes.tsx';

export { words as faqWords } from './faq/words.ts';
export { readServicePromise, type ServicePromise } from './hours/queries.ts';
export { hoursView } from './hours/view.ts';
export { askCarrier } from './inquiries/ask-carrier.ts';
export { inquiryAnswered, inquiryJobs } from './inquiries/jobs.ts';
export { inquiryHandlers } from './inquiries/letters.ts';
export { readPlace, writePlace } from './inquiries/list-place.ts';
export { Messages } from './inquiries/pages/messages.tsx';
export { readInquiryNumber } from './inquiries/read-number.ts';
export { type MessageView, STATE_TONES } from './inquiries/view.ts';
export { words as inquiryWords } from './inquiries/words.ts';
export { CONTACT, HELP, INQUIRIES } from './paths.ts';

export const helpRoutes: readonly Route[] = [...faqRoutes, ...inquiryRoutes];
